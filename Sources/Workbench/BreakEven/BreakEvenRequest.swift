internal import Foundation
public import RandomVariates

/// At which level of a parameter do two strategies change places?
public struct BreakEvenRequest: Sendable, Hashable {
  /// A scenario file or a folder that holds scenario.yaml.
  public var scenario: String
  /// The two to compare; empty: the scenario's, if it has two.
  public var strategies: [String]
  /// Path of the parameter, such as `market.scale`.
  public var over: String
  public var kpi: String
  /// Ends of the range, as written in scenarios; nil: a tenth and ten times what the scenario says.
  public var from: String?
  public var to: String?
  /// Replications at a level, at most; nil: the scenario's.
  public var replications: Int?
  /// Width of the answer's interval that is narrow enough, relative to the answer.
  public var tolerance: Double
  public var seed: UInt64?
  public var generator: GeneratorKind
  public var threads: Int

  public init(
    scenario: String, strategies: [String] = [], over: String = "market.scale",
    kpi: String = "cost_to_serve_per_order", from: String? = nil, to: String? = nil,
    replications: Int? = nil, tolerance: Double = 0.02, seed: UInt64? = nil,
    generator: GeneratorKind = .philox4x64, threads: Int? = nil
  ) {
    self.scenario = scenario
    self.strategies = strategies
    self.over = over
    self.kpi = kpi
    self.from = from
    self.to = to
    self.replications = replications
    self.tolerance = tolerance
    self.seed = seed
    self.generator = generator
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
