/// How full lockers are, and how often a parcel finds no compartment; only where there are lockers.
enum Lockers: KPI {
  static func measures(on network: Network) -> [Measure] {
    guard !network.tables.lockers.isEmpty else { return [] }
    return network.tables.lockers.map { Measure("utilization.\($0.name)", unit: "share") }
      + [Measure("locker_overflow_rate", unit: "share", goal: .lower)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let tables = network.tables
    guard !tables.lockers.isEmpty else { return [] }
    let window = Double(tables.clock.windowEnd - tables.clock.warmUpEnd)
    var values = tables.lockers.indices.map { index -> MeasureValue in
      let time = outcome.lockerTime.isEmpty ? 0 : Double(outcome.lockerTime[index])
      return .ratio(time, over: window * Double(tables.lockers[index].compartments))
    }
    values.append(
      .share(outcome.lockerOverflows.reduce(0, +), of: outcome.lockerTries.reduce(0, +)))
    return values
  }
}
