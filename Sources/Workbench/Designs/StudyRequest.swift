internal import Foundation
public import RandomVariates

/// What all studies of a scenario's variants have in common.
public struct StudyRequest: Sendable, Hashable {
  /// A scenario file or a folder that holds scenario.yaml.
  public var scenario: String
  /// Names of the strategies to study; empty: all of the scenario.
  public var strategies: [String]
  /// What is varied.
  public var vary: [Vary]
  public var seed: UInt64?
  public var generator: GeneratorKind?
  public var threads: Int

  public init(
    scenario: String, strategies: [String] = [], vary: [Vary] = [], seed: UInt64? = nil,
    generator: GeneratorKind? = nil, threads: Int? = nil
  ) {
    self.scenario = scenario
    self.strategies = strategies
    self.vary = vary
    self.seed = seed
    self.generator = generator
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
