public import DiscreteEvent

/// Numerator and denominator of a response within one replication.
///
/// A mean is (sum, count); a count has the denominator 1.
public struct Ratio: Sendable, Hashable {
  public var numerator: Double
  public var denominator: Double

  public init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// What one replication of one design point leaves behind.
public struct ReplicationResult: Sendable {
  public var ratios: [Ratio]
  public var sketches: [QuantileSketch]
  /// Things that went through the system, for throughput.
  public var entities: Int
  /// Events that were simulated, for throughput.
  public var events: Int
  /// Digest of everything that happened.
  public var fingerprint: UInt64
  /// Conservation laws that did not hold; any of them stops the experiment.
  public var violations: [String]
  /// Whole numbers that add up over replications, such as series over time; for a store only.
  public var totals: (any ReplicationTotals)?

  public init(
    ratios: [Ratio], sketches: [QuantileSketch] = [], entities: Int = 0, events: Int = 0,
    fingerprint: UInt64 = 0, violations: [String] = []
  ) {
    self.ratios = ratios
    self.sketches = sketches
    self.entities = entities
    self.events = events
    self.fingerprint = fingerprint
    self.violations = violations
  }
}
