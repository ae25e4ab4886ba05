/// What ploy found when it ran models whose answers are known.
public struct VerificationSummary: Sendable {
  /// One figure of one model.
  public struct Check: Sendable, Hashable {
    /// Name of the model's case.
    public var id: String
    /// The model in the field's notation.
    public var model: String
    public var quantity: String
    public var expected: Double
    /// nil if the run has no such figure.
    public var simulated: Double?
    /// Of the 95 % interval.
    public var halfWidth: Double?
    /// Deviation in standard errors; infinite where a figure that never varies is wrong.
    public var z: Double

    public init(
      id: String, model: String, quantity: String, expected: Double, simulated: Double?,
      halfWidth: Double?, z: Double
    ) {
      self.id = id
      self.model = model
      self.quantity = quantity
      self.expected = expected
      self.simulated = simulated
      self.halfWidth = halfWidth
      self.z = z
    }

    /// Largest deviation that passes [standard errors].
    public static let tolerance = 4.0

    public var isPassed: Bool { abs(z) <= Check.tolerance }
  }

  /// A model that was not run.
  public struct Skipped: Sendable, Hashable {
    public var id: String
    public var why: String

    public init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  public var version: String
  public var seed: UInt64
  public var checks: [Check]
  public var skipped: [Skipped]
  /// Models that a short table shows; empty: all.
  public var headlines: Set<String> = []
  public var orders: Int
  public var wallSeconds: Double
  /// False after an interruption.
  public var isComplete: Bool

  public init(
    version: String, seed: UInt64, checks: [Check] = [], skipped: [Skipped] = [], orders: Int = 0,
    wallSeconds: Double = 0, isComplete: Bool = true
  ) {
    self.version = version
    self.seed = seed
    self.checks = checks
    self.skipped = skipped
    self.orders = orders
    self.wallSeconds = wallSeconds
    self.isComplete = isComplete
  }

  public var failed: [Check] { checks.filter { !$0.isPassed } }

  /// Models that were run.
  public var models: Int { Set(checks.map(\.id)).count }
}

/// A way to write a verification down.
public enum VerificationFormat: String, CaseIterable, Sendable {
  case text, json, markdown

  /// The whole text, with a newline at its end.
  public func render(_ summary: VerificationSummary, _ options: RenderOptions = RenderOptions())
    -> String
  {
    switch self {
    case .text: summary.text(options)
    case .json: summary.json.text() + "\n"
    case .markdown: summary.markdown
    }
  }
}
