internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Names in a strategy must be those of something.
extension StrategyCompiler {
  func checkReferences() {
    // Groups that could not be sited are known all the same: no follow-up messages.
    let names = strategy.facilities.map(\.name)
    func check(_ reference: Located<String>) {
      if !names.contains(reference.value) {
        sink.unknown("facility group", reference, known: names)
      }
    }
    let lastMiles = strategy.lastMile.map(\.name)
    for path in strategy.paths {
      path.from.forEach(check)
      path.via.forEach(check)
      if !lastMiles.contains(path.lastMile.value) {
        sink.unknown("last mile", path.lastMile, known: lastMiles)
      }
    }
    for lane in strategy.lanes {
      check(lane.from)
      check(lane.to)
    }
    checkForm()
    checkReturns()
    checkSupply()
    for source in strategy.sourcing.flatMap(\.from) {
      check(source)
      guard let index = groupIndex[source.value] else { continue }
      if !type(of: groups[index].kind).shipsOrders {
        sink.error(
          "cannot-ship", "orders cannot ship from '\(source.value)'", at: source.location,
          help: ["kinds that ship orders: \(Registrations.shippingKinds.joined(separator: ", "))"])
      } else if !strategy.paths.contains(where: { $0.from.map(\.value).contains(source.value) }) {
        sink.error(
          "no-path", "no path leads from '\(source.value)' to the door", at: source.location,
          help: ["add an entry to paths with from: \(source.value)"])
      }
    }
    for path in strategy.paths {
      for from in path.from { checkLanes([from] + path.via) }
    }
    for tier in strategy.sourcing {
      let sellers = tier.from.count { groupIndex[$0.value].map { groups[$0].isSellers } ?? false }
      if sellers > 0, tier.from.count > 1 {
        sink.error(
          "mixed-tier", "a tier of sellers' own sites takes one group", at: tier.from[0].location,
          help: ["write one tier for each of these groups"])
      }
    }
  }

  func checkLanes(_ stops: [Located<String>]) {
    for (from, to) in zip(stops, stops.dropFirst())
    where groupIndex[from.value] != nil && groupIndex[to.value] != nil
      && !strategy.lanes.contains(where: {
        $0.from.value == from.value && $0.to.value == to.value
      })
    {
      sink.error(
        "no-lane", "no lane leads from '\(from.value)' to '\(to.value)'", at: to.location,
        help: ["add an entry to lanes with from: \(from.value), to: \(to.value)"])
    }
  }
}
