/// Where the hours from click to door went, per delivered order; the stages add up to the mean.
enum HoursByStage: KPI {
  static func measures(on network: Network) -> [Measure] {
    Stage.allCases.map { Measure("hours.\($0.name)", unit: "h", goal: .lower) }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    outcome.stageTicks.map {
      .ratio(Double($0) / 360_000, over: Double(outcome.ordersDelivered))
    }
  }
}
