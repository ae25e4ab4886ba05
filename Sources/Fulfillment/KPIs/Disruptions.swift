internal import Quantities

/// What disruptions did: how often they happened, how long the service held out, how long it took until
/// nothing was to be seen of them any more, and what they cost.
///
/// All against the run's twin: the same customers, the same draws, no disruptions. A promise is broken
/// because of them if the twin kept it.
enum Disruptions: KPI {
  static func measures(on network: Network) -> [Measure] {
    let specs = network.tables.disruptions
    guard !specs.isEmpty else { return [] }
    return [
      Measure("orders_late_by_disruption", unit: "orders", goal: .lower),
      Measure("disruption_cost_per_order", unit: "currency", goal: .lower),
      Measure("units_lost", unit: "units", goal: .lower),
    ]
      + specs.flatMap { spec in
        [
          Measure("disruptions.\(spec.name)", unit: "1"),
          Measure("time_to_survive_hours.\(spec.name)", unit: "h", goal: .higher),
          Measure("time_to_recover_hours.\(spec.name)", unit: "h", goal: .lower),
        ]
      }
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    guard !network.tables.disruptions.isEmpty else { return [] }
    let cost = outcome.ledger.costToServe.amount - outcome.calmCost.amount
    return [
      .count(outcome.lateCauses[Int(LateCause.disruption.rawValue)]),
      .ratio(cost, over: Double(outcome.ordersDelivered)), .count(outcome.unitsLost),
    ]
      + network.tables.disruptions.indices.flatMap { index -> [MeasureValue] in
        let toll = outcome.tolls.isEmpty ? DisruptionToll() : outcome.tolls[index]
        return [
          .count(toll.incidents),
          .ratio(Double(toll.timeToSurvive) / 3.6e9, over: Double(toll.harmful)),
          .ratio(Double(toll.timeToRecover) / 3.6e9, over: Double(toll.incidents)),
        ]
      }
  }
}
