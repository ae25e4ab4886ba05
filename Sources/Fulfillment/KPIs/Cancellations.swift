/// Share of orders placed that were canceled before any of their goods had left; only where somebody cancels.
enum Cancellations: KPI {
  static func measures(on network: Network) -> [Measure] {
    network.tables.customers == nil
      ? [] : [Measure("cancel_rate", unit: "share", goal: .lower)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    network.tables.customers == nil
      ? [] : [.share(outcome.ordersCanceled, of: outcome.ordersPlaced)]
  }
}
