internal import Diagnostics
internal import ScenarioFile

/// Commerce that is settled order by order.
extension StrategyCompiler {
  func compileCommerce() {
    let commerce = strategy.commerce
    builder.tables.listingPerSecond = commerce.listingFee * 1e6
    compileCarrying()
    guard settlesOrders else { return }
    var table = CommerceTable()
    table.fees = compileFees()
    table.shippingFee = micros(commerce.shippingFee)
    table.freeShippingFrom = commerce.freeShippingFrom.map(micros) ?? .max
    table.shippingPayer = shippingPayer
    table.shippingFeePayee = shippingFeePayee
    table.subsidies = commerce.subsidies.sorted { $0.name < $1.name }.map(compile)
    builder.tables.commerce = table
  }

  /// Storage fees by date, and the cost of capital.
  private func compileCarrying() {
    let commerce = strategy.commerce
    guard !commerce.storageFees.isEmpty || commerce.capitalCost > 0 else { return }
    var table = CarryingTable()
    table.freeFor = Int64(commerce.storageFreeFor * 1e6)
    // Instants before the run are enough for what holds from the beginning.
    let beginning = Int64(-1) << 50
    let dated = commerce.storageFees.map { ($0.from.map(instant) ?? beginning, $0.fee) }
    for (start, fee) in dated.sorted(by: { $0.0 < $1.0 }) where table.starts.last != start {
      table.starts.append(start)
      // Per second in the scenario's currency; a millionth of it per microsecond is the same number.
      table.rates.append(fee)
    }
    table.capitalPerMicrosecond = commerce.capitalCost / (365 * 8.64e10)
    builder.tables.carrying = table
  }

  /// Whoever pays carriers gets what buyers pay for shipping; the platform, if buyers pay carriers.
  var shippingFeePayee: Party { shippingPayer == .seller ? .seller : .platform }

  private func compile(_ named: Named<any SubsidyKind>) -> SubsidySpec {
    let terms = named.value.terms
    let basis = named.value.basis
    warnOfIdle(named)
    return SubsidySpec(
      name: named.name, bases: basis.bases, payee: payee(basis), share: terms.share,
      cap: (named.value as? CoFundedShipping).map { micros($0.upTo) }
        ?? terms.upTo.map(micros) ?? SubsidySpec.unlimited,
      budget: terms.budget.map(micros) ?? SubsidySpec.unlimited,
      from: terms.from.map(instant) ?? .min, until: terms.until.map(instant) ?? .max,
      isFor: terms.sellers.isEmpty ? [] : sellers(terms.sellers))
  }

  private func payee(_ basis: SubsidyBasis) -> Party {
    switch basis {
    case .price, .shippingFee: .buyer
    case .referralFee, .listingFee: .seller
    case .shippingCost: shippingPayer
    }
  }

  /// Warns of a subsidy that nothing can be spent on.
  private func warnOfIdle(_ named: Named<any SubsidyKind>) {
    let commerce = strategy.commerce
    var why: String?
    switch named.value.basis {
    case .price: break
    case .shippingFee: if commerce.shippingFee <= 0 { why = "there is no shipping_fee" }
    case .referralFee:
      if commerce.referralFee <= 0, !commerce.fees.contains(where: { $0.value.kind == .referral }) {
        why = "there is no referral fee"
      }
    case .shippingCost: if shippingPayer == .platform { why = "the platform pays for shipping" }
    case .listingFee: if commerce.listingFee <= 0 { why = "there is no listing_fee" }
    }
    let terms = named.value.terms
    let begins = terms.from.map(instant) ?? 0
    let ends = terms.until.map(instant) ?? .max
    if begins >= market.clock.windowEnd || ends <= 0 {
      why = "no order of the run is placed in time"
    }
    if let why {
      sink.warning(
        "idle-subsidy", "nothing is spent on '\(named.name)': \(why)", at: named.location)
    }
  }
}

extension SubsidySpec {
  /// More than any run may sell.
  static let unlimited = Int64(1) << 61
}

extension SubsidyBasis {
  var bases: SubsidySpec.Bases {
    switch self {
    case .price: .price
    case .shippingFee: .shippingFee
    case .referralFee: .referralFee
    case .shippingCost: .shippingCost
    case .listingFee: .listing
    }
  }
}
