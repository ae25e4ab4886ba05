internal import Diagnostics
internal import ScenarioFile

extension Network {
  /// Runs one replication; with disruptions, its twin without them before.
  @inline(__always)
  func simulate<Observer: RunObserver>(_ run: RunSeed, _ observer: Observer) -> (
    outcome: Outcome, observer: Observer
  ) {
    guard !tables.disruptions.isEmpty else {
      return Kernel(self, run: run, observer: observer).observations()
    }
    let late = OrderSet()
    let calm = Kernel(self, run: run, observer: Unwatched(), twin: Twin(lateOrders: late))
      .outcomeOfRun()
    let disruption = DisruptionState(tables, run)
    var (outcome, seen) = Kernel(
      self, run: run, observer: observer, twin: Twin(disruption: disruption, calm: late)
    ).observations()
    outcome.assess(disruption, against: calm)
    outcome.violations += calm.violations
    return (outcome, seen)
  }
}

extension Model {
  /// Reports names in disruptions that no strategy has, and disruptions that would be too many.
  static func check(
    _ disruptions: [Named<any DisruptionKind>], in scenario: Scenario, _ networks: [Network],
    _ market: MarketModel, _ sink: DiagnosticSink
  ) {
    let days = Double(market.clock.limit) / 8.64e10
    for named in disruptions {
      if let every = named.value.timing.every,
        days * 86400 / every > Double(IncidentLaw.countMaximum) / 2
      {
        sink.error(
          "too-large",
          "'\(named.name)' would happen about \(SizeEstimate.text(days * 86400 / every)) times",
          at: named.location,
          help: [
            "at most \(SizeEstimate.text(Double(IncidentLaw.countMaximum) / 2)): raise 'every'"
          ])
      }
      let demand = scenario.market.demand.map(\.name)
      for source in named.value.surge?.sources ?? [] where !demand.contains(source.value) {
        sink.unknown("source of demand", source, known: demand)
      }
      if let zone = named.value.near, !market.zones.contains(where: { $0.name == zone.value }) {
        sink.unknown("zone", zone, known: market.zones.map(\.name))
      }
      let isLastMile = named.value is CarrierStrike
      let known =
        isLastMile
        ? scenario.strategies.flatMap { $0.value.lastMile.map(\.name) }
        : networks.flatMap { $0.tables.groupNames + $0.tables.siteNames }
      for reference in named.value.references where !known.contains(reference.value) {
        sink.unknown(
          isLastMile ? "last mile" : "facility", reference,
          known: Set(known).sorted())
      }
    }
  }
}
