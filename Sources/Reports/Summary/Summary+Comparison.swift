public import Experiments
internal import DiscreteEvent
internal import Statistics

extension Summary {
  /// The summary of a comparison: KPIs are its responses, strategies its design points.
  ///
  /// What only the scenario knows (description, series, gates, groups, pointers) is set after.
  public init(
    _ comparison: Comparison, scenario: ScenarioIdentity, version: String, seed: UInt64
  ) {
    self.init(
      scenario: scenario, version: version, seed: seed,
      replications: comparison.replications,
      replicationsRequested: comparison.replicationsRequested,
      confidence: comparison.confidence, fingerprint: comparison.fingerprint.description,
      throughput: comparison.throughput,
      baseline: comparison.baseline.map { comparison.designPoints[$0].name },
      strategies: comparison.designPoints.map { StrategySummary($0) },
      differences: comparison.differences.map {
        DifferenceSummary($0, strategy: comparison.designPoints[$0.point].name)
      },
      notes: comparison.notes)
    if comparison.baseline != nil {
      best = comparison.best.map { BestSummary($0, of: comparison.designPoints.map(\.name)) }
    }
  }
}

extension StrategySummary {
  public init(_ point: DesignPointResult) {
    self.init(
      name: point.name,
      kpis: point.responses.map {
        var kpi = KPI(
          name: $0.definition.name, unit: $0.definition.unit, mean: $0.estimate?.point,
          halfWidth: $0.halfWidth)
        kpi.course = $0.course
        return kpi
      })
    let median = point.response(KPIName.clickToDoor + "p50")
    if case .quantile(let index, _)? = median?.definition.source,
      point.distributions.indices.contains(index)
    {
      clickToDoor = QuantilePoint.points(of: point.distributions[index])
    }
  }
}

extension DifferenceSummary {
  init(_ difference: Difference, strategy: String) {
    self.init(
      strategy: strategy, kpi: difference.definition.name, unit: difference.definition.unit,
      mean: difference.paired.estimate.point, interval: difference.interval,
      relative: difference.paired.relative, correlation: difference.paired.correlation,
      varianceReductionFactor: difference.paired.varianceReductionFactor,
      verdict: difference.verdict)
  }
}
