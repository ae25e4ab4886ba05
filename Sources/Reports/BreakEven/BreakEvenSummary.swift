public import Experiments
internal import Statistics

/// Where two strategies change places, as a reader sees it.
public struct BreakEvenSummary: Sendable {
  public var scenario: ScenarioIdentity
  public var version: String
  public var seed: UInt64
  /// The two compared; differences are the first minus the second.
  public var strategies: [String]
  public var kpi: String
  public var kpiUnit: String
  public var lowerIsBetter: Bool
  /// Path of the parameter and the unit its levels are in.
  public var parameter: String
  public var parameterUnit: String
  public var range: ClosedRange<Double>
  public var replicationsMaximum: Int
  public var confidence: Double
  /// nil after an interruption.
  public var crossing: Crossing?
  public var orders: Int
  public var wallSeconds: Double
  public var threads: Int

  public init(
    scenario: ScenarioIdentity, version: String, seed: UInt64, strategies: [String], kpi: String,
    kpiUnit: String, lowerIsBetter: Bool, parameter: String, parameterUnit: String,
    range: ClosedRange<Double>, replicationsMaximum: Int, confidence: Double,
    crossing: Crossing?, orders: Int, wallSeconds: Double, threads: Int
  ) {
    precondition(strategies.count == 2, "two strategies change places")
    self.scenario = scenario
    self.version = version
    self.seed = seed
    self.strategies = strategies
    self.kpi = kpi
    self.kpiUnit = kpiUnit
    self.lowerIsBetter = lowerIsBetter
    self.parameter = parameter
    self.parameterUnit = parameterUnit
    self.range = range
    self.replicationsMaximum = replicationsMaximum
    self.confidence = confidence
    self.crossing = crossing
    self.orders = orders
    self.wallSeconds = wallSeconds
    self.threads = threads
  }

  public var isComplete: Bool { crossing != nil }

  /// Whether it is known where, or that nowhere, they change places.
  public var isConclusive: Bool {
    switch crossing?.finding {
    case .found, .none?: true
    case .inconclusive, nil: false
    }
  }

  /// The strategy that is better where the difference has this sign.
  func better(_ sign: Crossing.Sign) -> String {
    strategies[(sign == .negative) == lowerIsBetter ? 0 : 1]
  }

  func other(_ strategy: String) -> String {
    strategies[0] == strategy ? strategies[1] : strategies[0]
  }
}

/// A way to write a break-even down.
public enum BreakEvenFormat: String, CaseIterable, Sendable {
  case text, json

  /// The whole text, with a newline at its end.
  public func render(_ summary: BreakEvenSummary, _ options: RenderOptions = RenderOptions())
    -> String
  {
    switch self {
    case .text: summary.text(options)
    case .json: summary.json.text() + "\n"
    }
  }
}
