internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// Fees by date, size tier and units become amounts per SKU.
extension StrategyCompiler {
  /// Whether commerce is more than flat rates, so that it is settled order by order.
  var settlesOrders: Bool {
    let commerce = strategy.commerce
    return !commerce.fees.isEmpty || !commerce.subsidies.isEmpty
      || commerce.shippingFee > 0
        && (commerce.freeShippingFrom != nil || strategy.shortage == .split)
  }

  func compileFees() -> [FeeTable] {
    let commerce = strategy.commerce
    var flat: [Fee.Kind: FeeRate] = [:]
    if commerce.referralFee > 0 {
      flat[.referral] = FeeRate()
      flat[.referral]!.share = commerce.referralFee
    }
    if commerce.fulfillmentFee > 0 {
      flat[.fulfillment] = FeeRate()
      flat[.fulfillment]!.perUnit = commerce.fulfillmentFee
    }
    return Fee.Kind.allCases.compactMap { kind in
      let named = commerce.fees.filter { $0.value.kind == kind }
      if named.isEmpty, flat[kind] == nil { return nil }
      return table(of: kind, named, flat[kind])
    }
  }

  /// The table of all fees on one account; sellers whom none of them is for pay the flat rate.
  private func table(of kind: Fee.Kind, _ named: [Named<Fee>], _ flat: FeeRate?) -> FeeTable? {
    let rates = named.flatMap(\.value.rates)
    var table = FeeTable(
      account: kind.account, payee: kind == .referral ? .platform : facilityOperator,
      sparesOwnSites: kind == .fulfillment)
    table.changes = Set(rates.compactMap(\.from)).map(instant).sorted()
    table.bands = Set(rates.map { Int32($0.unitsFrom) } + [1]).sorted()
    let skus = market.skus
    let rows = (table.changes.count + 1) * table.bands.count
    var estimate = SizeEstimate()
    estimate.add(
      (Double(rows), "rates by date and units"), (Double(skus.names.count), "SKUs"), bytes: 32)
    let before = sink.errorCount
    estimate.check("fees", at: named.first?.location, sink)
    if sink.errorCount > before { return nil }
    let payers = named.map { sellers($0.value.sellers) }
    for period in 0...table.changes.count {
      let start = period == 0 ? Int64.min : table.changes[period - 1]
      for band in table.bands {
        let current = named.map { self.rates(of: $0.value, at: start, units: band) }
        for sku in skus.names.indices {
          var unit: Int64 = 0
          var order: Int64 = 0
          var isNamed = false
          for (index, fee) in named.enumerated() where payers[index][Int(skus.seller[sku])] {
            isNamed = true
            guard let rate = tier(of: sku, in: current[index], fee.value.density) else { continue }
            unit &+= amount(rate, of: sku, fee.value.density)
            order &+= micros(rate.perOrder)
          }
          if !isNamed, let flat { unit = amount(flat, of: sku, nil) }
          table.perUnit.append(unit)
          table.perOrder.append(order)
        }
      }
    }
    return table
  }

  /// Rates of the latest date that has come, for orders of so many units.
  private func rates(of fee: Fee, at start: Int64, units: Int32) -> [FeeRate] {
    let begun = fee.rates.filter { $0.from.map { instant($0) <= start } ?? true }
    let latest = begun.compactMap(\.from).max()
    let dated = begun.filter { $0.from == latest && $0.unitsFrom <= Int(units) }
    let most = dated.map(\.unitsFrom).max()
    return dated.filter { $0.unitsFrom == most }
  }

  /// The first rate whose limits hold a unit, else the last.
  private func tier(of sku: Int, in rates: [FeeRate], _ density: Double?) -> FeeRate? {
    let mass = mass(of: sku, density)
    let price = Double(market.skus.price[sku]) * 1e-6
    // What is weighed in whole grams and kept in binary fractions meets its own limit.
    let slack = 1 + 1e-9
    return rates.first {
      mass <= ($0.upTo ?? .infinity) * slack
        && market.skus.volume[sku] <= ($0.upToVolume ?? .infinity) * slack
        && price <= ($0.upToPrice ?? .infinity) * slack
    } ?? rates.last
  }

  /// What a unit weighs, or counts as for its volume [kg].
  private func mass(of sku: Int, _ density: Double?) -> Double {
    max(Double(market.skus.grams[sku]) * 1e-3, market.skus.volume[sku] * (density ?? 0))
  }

  private func amount(_ rate: FeeRate, of sku: Int, _ density: Double?) -> Int64 {
    var share = Int64(saturating: Double(market.skus.price[sku]) * rate.share)
    if let cap = rate.cap { share = min(share, micros(cap)) }
    let beyond = max(0, mass(of: sku, density) - rate.above)
    return share &+ micros(rate.perUnit) &+ micros(rate.perMass * beyond)
  }

  /// Which sellers belong to one of some cohorts; all if none is named [sellers].
  func sellers(_ cohorts: [Located<String>]) -> [Bool] {
    var belongs = [Bool](repeating: cohorts.isEmpty, count: market.sellers.count)
    for cohort in cohorts {
      guard let members = market.cohorts[cohort.value] else {
        sink.unknown("seller", cohort, known: market.cohorts.keys.sorted())
        continue
      }
      for seller in members { belongs[seller] = true }
    }
    return belongs
  }

  /// Midnight at which a day of the market's calendar begins [µs].
  func instant(_ date: CivilDate) -> Int64 {
    builder.calendars.instant(of: .midnight, on: date, in: market.timeZone)
  }
}

extension Fee.Kind {
  var account: Account {
    switch self {
    case .referral: .referralFee
    case .fulfillment: .fulfillmentFee
    case .logistics: .logisticsFee
    }
  }
}
