/// Mean number of orders between click and door, over the window.
enum OpenOrders: KPI {
  static func measures(on network: Network) -> [Measure] {
    [Measure("open_orders.mean", unit: "orders")]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return [.ratio(Double(outcome.openTicks) * 1e4, over: window)]
  }
}
