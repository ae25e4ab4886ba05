internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// What customers and the platform do about orders besides serving them.
extension StrategyCompiler {
  /// Whether an itinerary may end other than by a delivery, whatever its last mile.
  var hasCustomers: Bool { market.customers != nil || strategy.cancellation != nil }

  /// Nil where orders have no other end than their delivery.
  func customerTable() -> CustomerTable? {
    guard hasCustomers || !builder.tables.ends.isEmpty else { return nil }
    var table = CustomerTable()
    if let customers = market.customers {
      if let patience = customers.patience { table.patience = builder.law(patience) }
      if let refusal = customers.refusal {
        table.cashShare = refusal.cashOnDelivery
        table.prepaidRefusal = refusal.prepaid
        table.cashRefusal = refusal.rates.map {
          CashRefusal(
            within: $0.within.map { Int64(saturating: $0 * 1e6) } ?? .max,
            probability: $0.probability)
        }
        table.refusedNotResalable = refusal.notResalable
      }
      table.rules = customers.returns.map {
        ReturnSpec(rate: $0.rate, delay: builder.law($0.delay), notResalable: $0.notResalable)
      }
    }
    table.ruleOf = market.ruleOfReturn.map { Int32($0 ?? -1) }
    table.categoryCount = market.categoryNames.count
    table.dispatch = strategy.cancellation?.dispatch.map(promiseTable)
    table.delivery = strategy.cancellation?.delivery.map(promiseTable)
    table.wayBackOf = wayBackOf
    let flow = strategy.returns ?? ReturnFlow()
    table.perParcel = micros(flow.perParcel)
    table.perRefused = micros(flow.perRefused ?? flow.perParcel)
    table.perGram = flow.perMass * 1e3
    table.returnPayer = party(flow.paidBy)
    table.refusedPayer = flow.paidBy == .platform ? .platform : .seller
    table.refundsShipping = flow.refundsShipping
    table.referralRefunded = flow.referralRefunded
    return table
  }

  private func party(_ payer: Commerce.Payer) -> Party {
    switch payer {
    case .buyer: .buyer
    case .seller: .seller
    case .platform: .platform
    }
  }

  // MARK: Ways back

  /// Lowers the way back from each zone to each source that may ship there.
  mutating func buildWaysBack() {
    guard hasCustomers || !builder.tables.ends.isEmpty else { return }
    let flow = strategy.returns ?? ReturnFlow()
    let zoneCount = market.zones.count
    wayBackOf = [Int32](repeating: -1, count: sites.count * zoneCount)
    let takers = flow.to.map { groups[groupIndex[$0.value]!].members }
    var rows: [[Int]: Int32] = [:]
    for site in sites.indices {
      for zone in 0..<zoneCount where builder.tables.itineraryOf[site * zoneCount + zone] >= 0 {
        let place =
          takers?.min { (zoneDistance[$0][zone], $0) < (zoneDistance[$1][zone], $1) } ?? site
        if rows[[site, place]] == nil {
          rows[[site, place]] = wayBack(to: site, by: place, flow)
        }
        wayBackOf[site * zoneCount + zone] = rows[[site, place]]!
      }
    }
  }

  private func wayBack(to site: Int, by place: Int, _ flow: ReturnFlow) -> Int32 {
    var work = FacilityWork(
      builder, at: sites[place], scope: "\(groups[sites[place].group].name).")
    work.delay(flow.transit, named: "return", stage: .moving)
    groups[sites[place].group].kind.takeBack(&work)
    work.charge(.returnHandling, from: .facilityOperator, to: .outside, perShipment: flow.handling)
    work.delay(flow.restock, named: "restock", stage: .moving)
    return append(work.steps, work.charges, dues: [], end: EndSpec(isReturn: true))
  }

  /// Reports a group that takes parcels back but cannot, or is not there.
  func checkReturns() {
    guard let to = strategy.returns?.to else { return }
    let names = strategy.facilities.map(\.name)
    guard let named = strategy.facilities.first(where: { $0.name == to.value }) else {
      return sink.unknown("facility group", to, known: names)
    }
    if !type(of: named.value).takesReturns {
      sink.error(
        "cannot-take-back", "'\(to.value)' cannot take parcels back", at: to.location,
        help: [
          "kinds that take returns: \(Registrations.returnKinds.joined(separator: ", "))",
          "leave 'to' out to send parcels back to where they came from",
        ])
    }
  }

  /// Adds to the expected flows what comes back.
  func addReturns(to flows: inout Flows) {
    guard !wayBackOf.isEmpty else { return }
    let share = market.expectedBackShare
    for (row, way) in wayBackOf.enumerated() where way >= 0 {
      let out = builder.tables.itineraryOf[row]
      if out >= 0 { flows.ofItinerary[Int(way)] += flows.ofItinerary[Int(out)] * share }
    }
  }
}
