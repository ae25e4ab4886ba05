internal import Quantities

/// What is left to whom, per delivered order: what the goods cost at the door, the seller's margin after all
/// fees and costs it bears, and what the platform keeps; and, per order placed, the margin on goods that lost
/// orders would have bought.
enum Margins: KPI {
  static func measures(on network: Network) -> [Measure] {
    [
      Measure("landed_cost_per_order", unit: "currency", goal: .lower),
      Measure("seller_margin_per_order", unit: "currency", goal: .higher),
      Measure("seller_margin_share", unit: "share", goal: .higher),
      Measure("platform_contribution_per_order", unit: "currency", goal: .higher),
      Measure("lost_margin_per_order", unit: "currency", goal: .lower),
    ]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let ledger = outcome.ledger
    let orders = Double(outcome.ordersDelivered)
    let landed = ledger.total(.costOfGoods).amount + ledger.costToServe.amount
    let seller = ledger.balance(of: .seller).amount
    return [
      .ratio(landed, over: orders), .ratio(seller, over: orders),
      .ratio(seller, over: ledger.total(.merchandise).amount),
      .ratio(ledger.balance(of: .platform).amount, over: orders),
      .ratio(Money(micros: outcome.marginLost).amount, over: Double(outcome.ordersPlaced)),
    ]
  }
}
