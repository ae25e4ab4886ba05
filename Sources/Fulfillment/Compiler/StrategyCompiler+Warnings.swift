internal import Diagnostics
internal import ScenarioFile

/// What a strategy has and nothing uses, and orders that it cannot serve.
extension StrategyCompiler {
  func warnOfUnused() {
    let sources = Set(strategy.sourcing.flatMap(\.from).map(\.value))
    var passed = sources
    var legs: Set<[String]> = []
    for path in strategy.paths {
      for from in path.from where !sources.contains(from.value) {
        sink.warning(
          "unused-path", "no tier of sourcing ships from '\(from.value)'", at: from.location,
          help: ["add it to sourcing, or leave the path out"])
      }
      for from in path.from {
        let stops = ([from] + path.via).map(\.value)
        passed.formUnion(stops)
        legs.formUnion(zip(stops, stops.dropFirst()).map { [$0, $1] })
      }
    }
    if let taker = strategy.returns?.to { passed.insert(taker.value) }
    let supply = supplyLegs
    passed.formUnion(supply.groups)
    legs.formUnion(supply.lanes)
    for group in groups where !passed.contains(group.name) {
      sink.warning(
        "unused-facility", "no path passes '\(group.name)'; only its fixed cost counts",
        at: group.location)
    }
    for lane in strategy.lanes where !legs.contains([lane.from.value, lane.to.value]) {
      sink.warning(
        "unused-lane", "no path takes the lane from '\(lane.from.value)' to '\(lane.to.value)'",
        at: lane.from.location)
    }
    let lastMiles = Set(strategy.paths.map(\.lastMile.value))
    for lastMile in strategy.lastMile where !lastMiles.contains(lastMile.name) {
      sink.warning(
        "unused-last-mile", "no path ends with '\(lastMile.name)'", at: lastMile.location)
    }
  }

  /// Reports sellers whose orders can ship from nowhere, and zones that no facility reaches.
  func checkReach() {
    let tiers = builder.tables.tiers
    let pooled = tiers.indices.filter { tiers[$0].siteOfSeller.isEmpty }
    guard let location = strategy.sourcing.first?.from.first?.location else { return }
    let homeless = market.sellers.indices.filter { seller in
      !tiers.contains { !$0.siteOfSeller.isEmpty && $0.siteOfSeller[seller] >= 0 }
    }
    if pooled.isEmpty {
      let names = market.cohorts.filter { cohort in
        cohort.value.contains { homeless.contains($0) && market.ordersPerDay[$0] > 0 }
      }
      for name in names.keys.sorted() {
        sink.error(
          "no-source", "orders of '\(name)' can ship from nowhere", at: location,
          help: ["add a tier from a group with each: seller, cohort: \(name), or from a warehouse"])
      }
      return
    }
    if homeless.isEmpty { return }
    let shares = market.zoneShares
    let far = market.zones.indices.filter { zone in
      shares[zone] > 0
        && pooled.allSatisfy { tiers[$0].starts[zone] == tiers[$0].starts[zone + 1] }
    }
    guard let first = far.first else { return }
    let share = far.reduce(0) { $0 + shares[$1] }
    let place = strategy.sourcing[pooled.last!].from.first?.location
    let text =
      "no facility is near enough to '\(market.zones[first].name)'"
      + (far.count > 1 ? " and \(far.count - 1) more" : "")
    let help = ["look at 'within' of the last tier; an order that nobody can ship is lost"]
    if far.count == market.zones.count || share > 0.999 {
      sink.error("unreachable-zone", text + ": all orders would be lost", at: place, help: help)
    } else {
      sink.warning(
        "unreachable-zone", text + ": \(percent(share)) of the demand is lost", at: place,
        help: help)
    }
  }

  /// Warns of demand for SKUs that no facility of any tier keeps.
  func warnOfLost() {
    let tables = builder.tables
    let count = market.skus.names.count
    var isKept = [Bool](repeating: false, count: count)
    for tier in tables.tiers {
      if tier.siteOfSeller.isEmpty {
        for site in Set(tier.ranked) { mark(Int(site), 0..<count, &isKept) }
      } else {
        for (seller, site) in tier.siteOfSeller.enumerated() where site >= 0 {
          mark(Int(site), market.sellers[seller].skus, &isKept)
        }
      }
    }
    let total = market.unitsPerDay.reduce(0, +)
    let lost = zip(market.unitsPerDay, isKept).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
    guard total > 0, lost > 1e-9 * total else { return }
    sink.warning(
      "not-carried", "\(percent(lost / total)) of the units ordered are kept in no facility",
      at: strategy.sourcing.last?.from.first?.location,
      help: ["orders of them are lost: raise stock.assortment, or add a tier that keeps them all"])
  }

  private func mark(_ site: Int, _ skus: Range<Int>, _ isKept: inout [Bool]) {
    guard case .rows(let first) = builder.tables.siteStock[site] else {
      for sku in skus { isKept[sku] = true }
      return
    }
    for sku in skus where builder.tables.stockRowOf[Int(first) + sku] >= 0 { isKept[sku] = true }
  }

  /// "12 %", or with one more digit where that says nothing.
  func percent(_ share: Double) -> String {
    let value = share * 100
    return value >= 1 ? "\(Int(value.rounded())) %" : "\(max(0.1, (value * 10).rounded() / 10)) %"
  }
}
