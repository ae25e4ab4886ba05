internal import Quantities

/// What subsidies cost: all together per delivered order; and each per delivered order, in all over a
/// replication (warm-up included), the days it lasted in full, and how often its budget ended early.
enum Subsidies: KPI {
  static func measures(on network: Network) -> [Measure] {
    var measures = [Measure("subsidy_per_order", unit: "currency", goal: .lower)]
    for subsidy in network.tables.commerce?.subsidies ?? [] {
      let name = "subsidy.\(subsidy.name)"
      measures += [
        Measure("\(name).per_order", unit: "currency", goal: .lower),
        Measure("\(name).spent", unit: "currency"),
        Measure("\(name).days_in_full", unit: "d"),
        Measure("\(name).ended_early", unit: "share"),
      ]
    }
    return measures
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let orders = Double(outcome.ordersDelivered)
    var values: [MeasureValue] = [
      .ratio(outcome.ledger.total(.subsidy).amount, over: orders)
    ]
    for subsidy in outcome.subsidies {
      let end = min(subsidy.firstShort, subsidy.until)
      values += [
        .ratio(Money(micros: subsidy.onObserved).amount, over: orders),
        .ratio(Money(micros: subsidy.spent).amount, over: 1),
        .ratio(Double(max(0, end - subsidy.from)) / 8.64e10, over: 1),
        .ratio(subsidy.firstShort == .max ? 0 : 1, over: 1),
      ]
    }
    return values
  }
}
