/// Fees by date and size tier, the shipping fee and its threshold, subsidies with budgets: order by order.
extension Kernel {
  /// Sets aside what subsidies add to the drafted order, as far as their budgets go.
  mutating func claimSubsidies(_ slot: Int32, now: Int64) {
    let commerce = view.commerce
    var units: Int64 = 0
    var value: Int64 = 0
    for index in 0..<draft.lineCount {
      let line = draft.lines[index]
      units &+= Int64(line.units)
      value = value.saturatingSum(
        view.skuPrice[Int(line.sku)].saturatingProduct(Int64(line.units)))
    }
    var referral: Int64 = 0
    for fee in commerce.fees where fee.account == .referralFee {
      let row = fee.row(placed: now, units: units)
      var perOrder: Int64 = 0
      for index in 0..<draft.lineCount {
        let line = draft.lines[index]
        let sku = row + Int(line.sku)
        referral = referral.saturatingSum(fee.perUnit[sku].saturatingProduct(Int64(line.units)))
        perOrder = max(perOrder, fee.perOrder[sku])
      }
      referral &+= perOrder
    }
    let shipping = commerce.shippingFee(value: value)
    let row = subsidyBooks.openRow(slot)
    for (index, subsidy) in commerce.subsidies.enumerated()
    where subsidy.covers(seller: draft.seller, at: now) {
      var base: Int64 = 0
      if subsidy.bases.contains(.price) { base &+= value }
      if subsidy.bases.contains(.referralFee) { base &+= referral }
      if subsidy.bases.contains(.shippingFee) { base &+= shipping }
      let wanted =
        subsidy.bases.contains(.shippingCost) ? subsidy.cap : subsidy.amount(of: base)
      let state = subsidyBooks.subsidies + index
      let given = min(wanted, state.pointee.left)
      if given < wanted, state.pointee.firstShort == .max { state.pointee.firstShort = now }
      state.pointee.left &-= given
      row[index] = given
    }
  }

  /// Keeps what whoever pays for shipping has paid a carrier for an order with a subsidy on it.
  @inline(__always)
  mutating func noteShipping(_ account: Account, payer: Party, micros: Int64, order: Int32) {
    guard account == .lastMile || account == .firstMile, payer == view.commerce.shippingPayer else {
      return
    }
    let row = subsidyBooks.row(order) + view.commerce.subsidies.count
    row.pointee = row.pointee.saturatingSum(micros)
  }

  /// Posts the fees of an order that is at the door, and what subsidies have set aside for it.
  mutating func settle(_ slot: Int32, critical: UnsafeMutablePointer<ShipmentRow>) {
    let order = orders.rows[Int(slot)]
    let commerce = view.commerce
    if order.isObserved {
      var units: Int64 = 0
      var value: Int64 = 0
      var line = order.firstLine
      while line >= 0 {
        let row = lines.rows[Int(line)]
        line = row.next
        // What was not taken goes back from a site below 0.
        if row.site < 0 { continue }
        units &+= Int64(row.units)
        value = value.saturatingSum(
          view.skuPrice[Int(row.sku)].saturatingProduct(Int64(row.units)))
      }
      for fee in commerce.fees {
        let amount = amount(of: fee, order, units: units)
        if amount != 0 {
          post(fee.account, from: .seller, to: fee.payee, micros: amount, for: critical)
        }
      }
      let shipping = commerce.shippingFee(value: value)
      if shipping != 0 {
        post(
          .shippingFee, from: .buyer, to: commerce.shippingFeePayee, micros: shipping,
          for: critical)
      }
    }
    guard view.hasSubsidies else { return }
    let row = subsidyBooks.row(slot)
    for (index, subsidy) in commerce.subsidies.enumerated() where row[index] != 0 {
      var due = row[index]
      if subsidy.bases.contains(.shippingCost) {
        due = min(due, subsidy.amount(of: row[commerce.subsidies.count]))
      }
      let state = subsidyBooks.subsidies + index
      state.pointee.left &+= row[index] &- due
      state.pointee.spent &+= due
      row[index] = 0
      if order.isObserved, due != 0 {
        state.pointee.spentOnObserved &+= due
        post(.subsidy, from: .platform, to: subsidy.payee, micros: due, for: critical)
      }
    }
  }

  /// What an order pays of one fee.
  private mutating func amount(of fee: FeeView, _ order: OrderRow, units: Int64) -> Int64 {
    let first = fee.row(placed: order.placed, units: units)
    var sum: Int64 = 0
    var perOrder: Int64 = 0
    var line = order.firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      line = row.next
      if row.site < 0 || fee.sparesOwnSites && view.isOwnSite[Int(row.site)] { continue }
      let sku = first + Int(row.sku)
      sum = sum.saturatingSum(fee.perUnit[sku].saturatingProduct(Int64(row.units)))
      perOrder = max(perOrder, fee.perOrder[sku])
    }
    return sum.saturatingSum(perOrder)
  }

  /// Gives back what subsidies have set aside for an order that ends before the door.
  mutating func releaseSubsidies(_ slot: Int32) {
    let row = subsidyBooks.row(slot)
    for index in 0..<view.commerce.subsidies.count where row[index] != 0 {
      subsidyBooks.subsidies[index].left &+= row[index]
      row[index] = 0
    }
  }

  // MARK: The end

  /// Posts what is paid for time and not for orders: listing fees, and the subsidy that gives them back.
  mutating func closeListing(now: Int64) {
    let tables = network.tables
    guard tables.listingPerSecond != 0 else { return }
    func fee(from start: Int64, to end: Int64, of sellers: [Bool]) -> Double {
      var skus = 0
      for seller in tables.skus.seller where sellers.isEmpty || sellers[Int(seller)] { skus += 1 }
      return tables.listingPerSecond * Double(skus) * Double(max(0, end - start)) * 1e-6
    }
    postOverhead(
      .listingFee, from: .seller, to: .platform,
      micros: Int64(saturating: fee(from: windowStart, to: now, of: [])))
    for (index, spec) in (tables.commerce?.subsidies ?? []).enumerated()
    where spec.bases.contains(.listing) {
      let begins = max(spec.from, 0)
      let ends = min(spec.until, now)
      let perMicrosecond = spec.share * fee(from: 0, to: 1_000_000, of: spec.isFor) * 1e-6
      let whole = perMicrosecond * Double(max(0, ends - begins))
      let spent = min(whole, Double(spec.budget))
      let lasts = perMicrosecond > 0 ? Double(spec.budget) / perMicrosecond : .infinity
      let isShort = lasts < Double(ends - begins)
      let over = isShort ? begins + Int64(saturating: lasts) : ends
      let observed = perMicrosecond * Double(max(0, over - max(begins, windowStart)))
      let state = subsidyBooks.subsidies + index
      state.pointee.spent = Int64(saturating: spent)
      state.pointee.left = spec.budget - state.pointee.spent
      state.pointee.spentOnObserved = Int64(saturating: observed)
      if isShort { state.pointee.firstShort = over }
      postOverhead(
        .subsidy, from: .platform, to: .seller, micros: state.pointee.spentOnObserved)
    }
  }

  /// Checks that budgets are neither overspent nor lost, and reports what became of them.
  mutating func closeSubsidies() {
    let specs = network.tables.commerce?.subsidies ?? []
    guard !specs.isEmpty else { return }
    var setAside = [Int64](repeating: 0, count: specs.count)
    for slot in orders.aliveSlots {
      let row = subsidyBooks.row(slot)
      for index in specs.indices { setAside[index] &+= row[index] }
    }
    for (index, spec) in specs.enumerated() {
      let state = subsidyBooks.subsidies[index]
      if state.left < 0 || state.left &+ state.spent &+ setAside[index] != spec.budget {
        violation("the budget of subsidy '\(spec.name)' is not what is spent, set aside and left")
      }
      outcome.subsidies.append(
        SubsidyOutcome(
          spent: state.spent &+ setAside[index], onObserved: state.spentOnObserved,
          from: max(0, spec.from), firstShort: state.firstShort,
          until: min(spec.until, clock.windowEnd)))
    }
  }
}

/// What became of a subsidy in one replication [millionths, µs].
public struct SubsidyOutcome: Sendable, Hashable {
  /// On all orders placed, observed or not, and set aside for those still open.
  public var spent: Int64 = 0
  /// On observed orders that were delivered.
  public var onObserved: Int64 = 0
  /// When it began, when an order first got less than it should have (`.max` if none), when it or the window
  /// ended.
  public var from: Int64 = 0
  public var firstShort = Int64.max
  public var until: Int64 = 0
}
