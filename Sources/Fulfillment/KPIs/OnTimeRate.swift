/// Share of orders placed that were at the door within what the market expects; lost and open orders count as late.
enum OnTimeRate: KPI {
  static func measures(on network: Network) -> [Measure] {
    [Measure("on_time_rate", unit: "share", goal: .higher, isPrimary: true)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    [.share(outcome.ordersOnTime, of: outcome.ordersPlaced)]
  }
}
