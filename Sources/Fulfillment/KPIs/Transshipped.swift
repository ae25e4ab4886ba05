/// Units per day that a facility had sister sites send it because it was short.
enum Transshipped: KPI {
  private static func sites(_ network: Network) -> [Int] {
    network.tables.inbounds.indices.filter { network.tables.inbounds[$0].sisterCount > 0 }
  }
  static func measures(on network: Network) -> [Measure] {
    sites(network).map {
      Measure("transshipped_per_day.\(network.tables.siteNames[$0])", unit: "units/d")
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return sites(network).map {
      .ratio(Double(outcome.transshipped[$0]), over: window / 8.64e10)
    }
  }
}
