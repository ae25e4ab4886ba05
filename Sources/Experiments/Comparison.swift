public import DiscreteEvent
public import Statistics

/// What an experiment found: every response of every design point, and the primary ones against
/// the baseline.
public struct Comparison: Sendable {
  public var designPoints: [DesignPointResult]
  /// Index of the baseline; nil when nothing was compared.
  public var baseline: Int?
  /// By design point, then by response.
  public var differences: [Difference]
  /// Replications that are complete for all design points.
  public var replications: Int
  public var replicationsRequested: Int
  public var confidence: Double
  /// Digest over the fingerprints of all replications, in work order.
  public var fingerprint: Fingerprint
  public var throughput: Throughput
  /// How precisely the targets of a stopping rule are known.
  public var precision: [PrecisionResult] = []
  /// Whether design points shared their luck.
  public var isPaired = true
  /// What a reader must know before believing the numbers.
  public var notes: [String]

  /// Whether every replication asked for is in the result.
  public var isComplete: Bool { replications == replicationsRequested }
}

/// The responses of one design point.
public struct DesignPointResult: Sendable {
  public var name: String
  public var responses: [ResponseResult]
  /// Distributions over all replications, those that a response reads.
  public var distributions: [QuantileSketch] = []

  public func response(_ name: String) -> ResponseResult? {
    responses.first { $0.definition.name == name }
  }
}

/// One response of one design point over all replications.
public struct ResponseResult: Sendable {
  public var definition: ResponseDefinition
  /// nil when nothing was observed that could be averaged.
  public var estimate: Estimate?
  /// Of the single 95 % interval (or the plan's confidence); nil with one replication.
  public var halfWidth: Double?
  /// The response's value in each replication, nil where nothing was observed.
  public var perReplication: [Double?]
  /// For quantiles: fewest observations beyond the quantile in any replication, m (1 - p).
  public var observationsBeyond: Double?
  /// How the estimate became what it is, of primary ratios only.
  public var course: [CoursePoint] = []
}

/// An estimate from the first replications alone.
public struct CoursePoint: Sendable, Hashable {
  public var replications: Int
  public var point: Double
  /// nil with one replication.
  public var halfWidth: Double?

  public init(replications: Int, point: Double, halfWidth: Double?) {
    self.replications = replications
    self.point = point
    self.halfWidth = halfWidth
  }
}

/// A primary response of a design point minus the baseline's.
public struct Difference: Sendable {
  /// Index of the design point.
  public var point: Int
  public var definition: ResponseDefinition
  public var paired: PairedDifference
  /// Simultaneous over all differences of the comparison; nil with one replication.
  public var interval: Interval?
  public var verdict: Verdict
  /// Where control variates sharpened it: the point and the interval are theirs.
  public var controlled: ControlVariates?

  init(
    point: Int, definition: ResponseDefinition, paired: PairedDifference, interval: Interval?,
    verdict: Verdict
  ) {
    self.point = point
    self.definition = definition
    self.paired = paired
    self.interval = interval
    self.verdict = verdict
  }
}
