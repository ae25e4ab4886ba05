/// Share of orders placed that were at the door by the strategy's own promise, where it makes one.
enum PromiseKept: KPI {
  static func measures(on network: Network) -> [Measure] {
    network.tables.ownPromise == nil
      ? [] : [Measure("promise_kept_rate", unit: "share", goal: .higher)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    network.tables.ownPromise == nil
      ? [] : [.share(outcome.ordersAsPromised, of: outcome.ordersPlaced)]
  }
}
