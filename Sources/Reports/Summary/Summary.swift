public import Experiments

/// A finished run as a reader sees it: what ran, every strategy's figures, and what sets the
/// strategies apart. Every output format renders this value and nothing else.
public struct Summary: Sendable {
  public var scenario: ScenarioIdentity
  /// Pieces of the headline that say what was simulated, such as "60 d (14 d warm-up)".
  public var description: [String]
  public var version: String
  public var seed: UInt64
  /// Replications that are complete for all strategies.
  public var replications: Int
  public var replicationsRequested: Int
  /// Confidence of single intervals, and joint confidence of the differences.
  public var confidence: Double
  /// Sixteen hexadecimal digits over everything that happened.
  public var fingerprint: String
  /// Entities are orders here.
  public var throughput: Throughput
  /// Name of the strategy the others are compared with; nil when one was run by itself.
  public var baseline: String?
  /// In the scenario's order.
  public var strategies: [StrategySummary]
  public var differences: [DifferenceSummary]
  /// By primary KPI: strategies that may be the best, jointly over all pairs.
  public var best: [BestSummary] = []
  public var gates: [GateResult]
  /// What a reader must know before believing the numbers.
  public var notes: [String]
  /// Columns of the cost table; empty: one column per account.
  public var accountGroups: [AccountGroup]
  /// Heading of the on-time share, such as "≤48h".
  public var promise: String
  /// Whether tables show who pays and gets what without being asked to.
  public var showsParties = false
  /// The highest wave of orders, more finely than hour by hour; nil if that was not kept.
  public var burst: BurstSummary? { makeBurst?() }
  public var makeBurst: (@Sendable () -> BurstSummary?)?
  /// Published figures that the scenario names, beside what this run gave.
  public var calibration: [CalibrationSummary.Target] = []
  /// What was run.
  public var provenance = Provenance()
  /// Files written and commands to go on with, such as ("Next", "ploy serve …").
  public var pointers: [Pointer]

  public init(
    scenario: ScenarioIdentity, description: [String] = [], version: String, seed: UInt64,
    replications: Int, replicationsRequested: Int, confidence: Double = 0.95,
    fingerprint: String, throughput: Throughput, baseline: String?,
    strategies: [StrategySummary], differences: [DifferenceSummary] = [],
    gates: [GateResult] = [], notes: [String] = [], accountGroups: [AccountGroup] = [],
    promise: String = "on time", pointers: [Pointer] = []
  ) {
    self.scenario = scenario
    self.description = description
    self.version = version
    self.seed = seed
    self.replications = replications
    self.replicationsRequested = replicationsRequested
    self.confidence = confidence
    self.fingerprint = fingerprint
    self.throughput = throughput
    self.baseline = baseline
    self.strategies = strategies
    self.differences = differences
    self.gates = gates
    self.notes = notes
    self.accountGroups = accountGroups
    self.promise = promise
    self.pointers = pointers
  }

  public var isComplete: Bool { replications == replicationsRequested }
}

/// Which scenario, and which bytes of it.
public struct ScenarioIdentity: Sendable, Hashable {
  public var name: String
  /// SHA-256 over every file read, in hexadecimal.
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// A column of the cost table: a heading and the accounts it adds up.
public struct AccountGroup: Sendable, Hashable {
  public var label: String
  /// Where there is room for words.
  public var title: String
  /// Account names without the prefix "cost.".
  public var accounts: [String]

  public init(_ label: String, _ accounts: [String], title: String? = nil) {
    self.label = label
    self.title = title ?? label
    self.accounts = accounts
  }
}

/// A line at the end that names a file or a command.
public struct Pointer: Sendable, Hashable {
  public var label: String
  public var text: String

  public init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }
}
