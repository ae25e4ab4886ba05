internal import Experiments
public import Statistics

/// Which strategies may be the best by a KPI (multiple comparisons with the best).
public struct BestSummary: Sendable, Hashable {
  public var kpi: String
  /// In the scenario's order: by how much a strategy's figure lies above or below the best of the others', in the
  /// good direction.
  public var strategies: [String]
  public var intervals: [Interval]
  /// Those that are not ruled out.
  public var possiblyBest: [String]

  public init(kpi: String, strategies: [String], intervals: [Interval], possiblyBest: [String]) {
    self.kpi = kpi
    self.strategies = strategies
    self.intervals = intervals
    self.possiblyBest = possiblyBest
  }

  init(_ best: Comparison.Best, of names: [String]) {
    self.init(
      kpi: best.definition.name, strategies: names, intervals: best.intervals,
      possiblyBest: best.possiblyBest.map { names[$0] })
  }
}
