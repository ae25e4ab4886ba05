/// Share of demanded units that were on hand when the order came.
enum FillRate: KPI {
  static func measures(on network: Network) -> [Measure] {
    [Measure("fill_rate", unit: "share", goal: .higher)]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    [.share(outcome.unitsFilled, of: outcome.unitsDemanded)]
  }
}
