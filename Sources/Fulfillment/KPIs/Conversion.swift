internal import Quantities

/// Orders that did not come because the promise was slow or the shop showed nothing left, where either can be.
enum Conversion: KPI {
  static func measures(on network: Network) -> [Measure] {
    guard network.tables.response != nil || network.tables.listing != nil else { return [] }
    return [
      Measure("orders_potential", unit: "orders"),
      Measure("conversion_rate", unit: "share", goal: .higher),
      Measure("orders_declined", unit: "orders", goal: .lower),
      Measure("orders_sold_out", unit: "orders", goal: .lower),
      Measure("lost_sales", unit: "currency", goal: .lower),
    ]
      + (network.tables.listing == nil
        ? [] : [Measure("oversell_rate", unit: "share", goal: .lower)])
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    guard network.tables.response != nil || network.tables.listing != nil else { return [] }
    return [
      .count(outcome.ordersPotential),
      .share(outcome.ordersPlaced, of: outcome.ordersPotential),
      .count(outcome.ordersDeclined),
      .count(outcome.ordersSoldOut),
      .ratio(Money(micros: outcome.lostSales).amount, over: 1),
    ]
      + (network.tables.listing == nil
        ? [] : [.share(outcome.ordersOversold, of: outcome.ordersPlaced)])
  }
}
