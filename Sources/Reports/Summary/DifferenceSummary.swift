public import Statistics

/// A primary KPI of a strategy minus the baseline's.
public struct DifferenceSummary: Sendable, Hashable {
  public var strategy: String
  public var kpi: String
  public var unit: String
  public var mean: Double
  /// Simultaneous over all differences; nil with one replication.
  public var interval: Interval?
  /// Share of the baseline's figure; nil when that is zero.
  public var relative: Double?
  public var correlation: Double?
  public var varianceReductionFactor: Double?
  public var verdict: Verdict

  public init(
    strategy: String, kpi: String, unit: String, mean: Double, interval: Interval?,
    relative: Double? = nil, correlation: Double? = nil,
    varianceReductionFactor: Double? = nil, verdict: Verdict
  ) {
    self.strategy = strategy
    self.kpi = kpi
    self.unit = unit
    self.mean = mean
    self.interval = interval
    self.relative = relative
    self.correlation = correlation
    self.varianceReductionFactor = varianceReductionFactor
    self.verdict = verdict
  }
}

/// A rule of the scenario that a strategy has to meet.
public struct GateResult: Sendable, Hashable {
  public var strategy: String
  /// As written in the scenario, such as "on_time_rate >= 90 %".
  public var rule: String
  /// What was found, such as "85 %".
  public var observed: String
  public var isPassed: Bool

  public init(strategy: String, rule: String, observed: String, isPassed: Bool) {
    self.strategy = strategy
    self.rule = rule
    self.observed = observed
    self.isPassed = isPassed
  }
}
