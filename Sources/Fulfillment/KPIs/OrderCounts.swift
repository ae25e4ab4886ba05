/// How orders ended, per replication.
enum OrderCounts: KPI {
  static func measures(on network: Network) -> [Measure] {
    ["placed", "delivered", "lost", "canceled", "open"].map {
      Measure("orders_\($0)", unit: "orders")
    } + [
      Measure("shipments_per_order", unit: "shipments", goal: .lower),
      Measure("split_rate", unit: "share", goal: .lower),
    ]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    [
      .count(outcome.ordersPlaced), .count(outcome.ordersDelivered), .count(outcome.ordersLost),
      .count(outcome.ordersCanceled), .count(outcome.ordersOpen),
      .share(outcome.shipments, of: outcome.ordersPlaced - outcome.ordersLost),
      .share(outcome.ordersSplit, of: outcome.ordersPlaced),
    ]
  }
}
