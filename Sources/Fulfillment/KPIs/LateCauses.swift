/// Main cause of each late order, as shares of the late orders; they add up to 1.
enum LateCauses: KPI {
  static func measures(on network: Network) -> [Measure] {
    [Measure("orders_late", unit: "orders", goal: .lower)]
      + LateCause.allCases.map { Measure("late_cause.\($0.name)", unit: "share") }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let late = outcome.ordersPlaced - outcome.ordersOnTime
    return [.count(late)] + outcome.lateCauses.map { .share($0, of: late) }
  }
}
