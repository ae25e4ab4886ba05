public import Experiments
internal import Foundation
public import RandomVariates
public import Statistics

/// What to run: a scenario and what the user wants different from what it says.
public struct RunRequest: Sendable, Hashable {
  /// A scenario file or a folder that holds scenario.yaml.
  public var scenario: String
  /// Names of the strategies to run; empty: all of the scenario.
  public var strategies: [String]
  /// nil: the scenario's.
  public var baseline: String?
  public var replications: Int?
  public var seed: UInt64?
  public var generator: GeneratorKind?
  /// All cores unless the user says otherwise.
  public var threads: Int
  /// Add replications until this is reached; nil: as many as the scenario says.
  public var precision: PrecisionRequest?
  /// By KPI: the largest difference that does not matter, in the KPI's unit.
  public var margins: [String: Double] = [:]
  /// Where results are kept as they come; nil: nowhere.
  public var study: StudyTarget?
  /// Whether every strategy meets customers and luck of its own.
  public var isIndependent = false
  /// By KPI: its true mean per replication, for control variates.
  public var controls: [String: Double] = [:]
  /// Whether the warm-up is found by MSER-5 in a pilot from empty, instead of the scenario's.
  public var findsWarmUp = false

  public init(
    scenario: String, strategies: [String] = [], baseline: String? = nil,
    replications: Int? = nil, seed: UInt64? = nil, generator: GeneratorKind? = nil,
    threads: Int? = nil
  ) {
    self.scenario = scenario
    self.strategies = strategies
    self.baseline = baseline
    self.replications = replications
    self.seed = seed
    self.generator = generator
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }
}

/// A study that keeps what a run finds.
public struct StudyTarget: Sendable, Hashable {
  public var path: String
  /// Go on with what is there already.
  public var resumes: Bool

  public init(path: String, resumes: Bool = false) {
    self.path = path
    self.resumes = resumes
  }
}

/// How precisely KPIs shall be known.
public struct PrecisionRequest: Sendable, Hashable {
  public var precision: Precision
  /// Names; empty: the primary ones.
  public var kpis: [String]
  /// Replications at which to stop in any case.
  public var maximum: Int

  public init(_ precision: Precision, kpis: [String] = [], maximum: Int = 1000) {
    self.precision = precision
    self.kpis = kpis
    self.maximum = maximum
  }
}

/// How a use case and whoever asked for it talk while it runs.
public struct Monitor: Sendable {
  public var cancellation: Cancellation
  /// After every replication, one call at a time, from any thread.
  public var progress: @Sendable (ExperimentProgress) -> Void
  /// Once, before the run, if the scenario is odd but can be run.
  public var warnings: @Sendable (Problems) -> Void

  public init(
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in },
    warnings: @escaping @Sendable (Problems) -> Void = { _ in }
  ) {
    self.cancellation = cancellation
    self.progress = progress
    self.warnings = warnings
  }
}
