/// Share of orders sourced from a facility of the customer's region; only where regions are drawn.
enum InRegionShare: KPI {
  private static func applies(to network: Network) -> Bool {
    network.tables.zoneRegion.contains { $0 >= 0 }
  }
  static func measures(on network: Network) -> [Measure] {
    applies(to: network) ? [Measure("in_region_share", unit: "share", goal: .higher)] : []
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    applies(to: network)
      ? [.share(outcome.ordersInRegion, of: outcome.ordersPlaced - outcome.ordersLost)] : []
  }
}
