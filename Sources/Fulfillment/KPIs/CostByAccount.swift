internal import Quantities

/// Each account of the ledger, per delivered order: `cost.` where it is cost to serve, `transfer.` where money
/// only changes hands.
enum CostByAccount: KPI {
  static func measures(on network: Network) -> [Measure] {
    Account.allCases.map {
      Measure(
        "\($0.isCostToServe ? "cost" : "transfer").\($0.name)", unit: "currency",
        goal: $0.isCostToServe ? .lower : .none)
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    Account.allCases.map {
      .ratio(outcome.ledger.total($0).amount, over: Double(outcome.ordersDelivered))
    }
  }
}
