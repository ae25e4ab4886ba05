internal import Quantities

/// Everything that serving costs, per delivered order.
enum CostToServe: KPI {
  static func measures(on network: Network) -> [Measure] {
    [Measure("cost_to_serve_per_order", unit: "currency", goal: .lower, isPrimary: true)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    [.ratio(outcome.ledger.costToServe.amount, over: Double(outcome.ordersDelivered))]
  }
}
