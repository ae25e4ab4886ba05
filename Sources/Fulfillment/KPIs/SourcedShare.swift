/// Share of shipments that each facility which ships orders sends.
enum SourcedShare: KPI {
  private static func sources(_ network: Network) -> [Int] {
    let zones = network.tables.zoneNames.count
    return network.tables.siteNames.indices.filter { site in
      network.tables.itineraryOf[(site * zones)..<((site + 1) * zones)].contains { $0 >= 0 }
    }
  }
  static func measures(on network: Network) -> [Measure] {
    sources(network).map {
      Measure("sourced_share.\(network.tables.siteNames[$0])", unit: "share")
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    sources(network).map { .share(outcome.sourced[$0], of: outcome.shipments) }
  }
}
