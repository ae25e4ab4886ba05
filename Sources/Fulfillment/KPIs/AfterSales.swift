internal import Quantities

/// How orders end other than by a delivery that is kept; only where customers or the platform may cancel, refuse
/// or return.
enum AfterSales: KPI {
  private static func tries(_ network: Network) -> Bool {
    network.tables.ends.contains { $0.failure > 0 }
  }

  static func measures(on network: Network) -> [Measure] {
    guard network.tables.customers != nil else { return [] }
    return [
      Measure("orders_refused", unit: "orders"),
      Measure("cancel_rate", unit: "share", goal: .lower),
      Measure("refusal_rate", unit: "share", goal: .lower),
      Measure("return_rate", unit: "share", goal: .lower),
      Measure("unit_return_rate", unit: "share", goal: .lower),
      Measure("returns_handled", unit: "parcels"),
      Measure("cost_per_return", unit: "currency", goal: .lower),
      Measure("write_off_share", unit: "share", goal: .lower),
    ]
      + (tries(network)
        ? [
          Measure("first_attempt_rate", unit: "share", goal: .higher),
          Measure("attempts_per_shipment", unit: "attempts", goal: .lower),
        ] : [])
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    guard network.tables.customers != nil else { return [] }
    let after = outcome.afterSales
    return [
      .count(outcome.ordersRefused),
      .share(outcome.ordersCanceled, of: outcome.ordersPlaced),
      .share(outcome.ordersRefused, of: outcome.ordersPlaced),
      .share(after.ordersReturned, of: outcome.ordersDelivered),
      .share(after.unitsReturned, of: outcome.unitsDelivered),
      .count(after.parcelsBack),
      .ratio(outcome.ledger.total(.returnHandling).amount, over: Double(after.parcelsBack)),
      .share(after.unitsWrittenOff, of: after.unitsBack),
    ]
      + (tries(network)
        ? [
          .share(after.firstAttempts - after.firstMissed, of: after.firstAttempts),
          .share(after.attempts, of: after.firstAttempts),
        ] : [])
  }
}
