internal import Quantities

/// What each party received less what it paid, per delivered order; the parties add up to zero.
enum Contribution: KPI {
  static func measures(on network: Network) -> [Measure] {
    Party.allCases.map { Measure("balance.\($0.name)", unit: "currency") }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    Party.allCases.map {
      .ratio(outcome.ledger.balance(of: $0).amount, over: Double(outcome.ordersDelivered))
    }
  }
}
