/// Busy share of staffed time, of every process and every fleet that leaves at once.
enum Utilization: KPI {
  static func measures(on network: Network) -> [Measure] {
    let tables = network.tables
    return tables.stations.map {
      Measure("utilization.\(tables.siteNames[$0.site]).\($0.process)", unit: "share")
    }
      + tables.rounds.map {
        Measure("utilization.\(tables.siteNames[$0.site]).\($0.name)", unit: "share")
      }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    zip(outcome.busyTime + outcome.outTime, outcome.staffedTime + outcome.fleetTime).map {
      .ratio(Double($0), over: Double($1))
    }
  }
}
