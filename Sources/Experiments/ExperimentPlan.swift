/// How an experiment is run and judged.
public struct ExperimentPlan: Sendable {
  /// Replications of every design point, or the first ones if there is a rule when to stop; >= 1.
  public var replications: Int
  /// Threads that replicate; >= 1. Results do not depend on it.
  public var threads: Int
  /// Index of the design point the others are compared with; nil compares nothing.
  public var baseline: Int?
  /// Joint confidence of all differences, and of every single interval; in (0, 1).
  public var confidence: Double
  /// By response name: the largest difference that does not matter, in the response's unit.
  public var equivalenceMargins: [String: Double]
  /// Whether design points share their luck: then differences are paired, else Welch's.
  public var isPaired = true
  /// Responses whose true means are known, such as orders placed: they sharpen paired differences.
  public var controls: [Control] = []
  /// When to stop adding replications; nil: after ``replications``.
  public var stopping: StoppingRule?

  /// A response of the baseline and its true mean per replication.
  public struct Control: Sendable, Hashable {
    public var response: String
    public var mean: Double

    public init(_ response: String, mean: Double) {
      self.response = response
      self.mean = mean
    }
  }

  public init(
    replications: Int, threads: Int, baseline: Int? = 0, confidence: Double = 0.95,
    equivalenceMargins: [String: Double] = [:], stopping: StoppingRule? = nil
  ) {
    precondition(replications >= 1 && threads >= 1, "at least one replication and one thread")
    self.replications = replications
    self.threads = threads
    self.baseline = baseline
    self.confidence = confidence
    self.equivalenceMargins = equivalenceMargins
    self.stopping = stopping
  }
}

/// Why an experiment has no result.
public enum ExperimentError: Error, Sendable, Hashable {
  /// A replication broke its conservation laws: a fault of the model's code, not of its data.
  case violated(designPoint: String, replication: Int, violations: [String])
  /// A replication observed nothing of the response that decides.
  case unobserved(response: String, designPoint: String, replication: Int)
  /// A replication could not be kept.
  case notStored(reason: String)
  /// Cancelled before one replication of every design point was complete.
  case cancelled
}
