/// Treatment minus baseline, paired replication by replication (common random numbers).
///
/// - Source: [law2015], sec. 10.2; variance reduction factor (s_i² + s_0²) / s_D².
public struct PairedDifference: Sendable, Hashable {
  /// The difference of the points, with the differences of the deviations.
  public var estimate: Estimate
  /// Difference divided by the baseline's point; nil when that is zero.
  public var relative: Double?
  /// Correlation of treatment and baseline over replications; nil when either does not vary.
  public var correlation: Double?
  /// How many times more replications independent sampling would take for the same interval.
  /// Below 1 pairing did harm; infinite when the difference never varies; nil when unknown.
  public var varianceReductionFactor: Double?

  /// - Returns: nil unless both estimates have the same number of replications.
  public init?(treatment: Estimate, baseline: Estimate) {
    guard treatment.count == baseline.count else { return nil }
    let differences = zip(treatment.deviations, baseline.deviations).map { $0 - $1 }
    estimate = Estimate(point: treatment.point - baseline.point, deviations: differences)
    relative = baseline.point == 0 ? nil : estimate.point / baseline.point
    let a = Moments(treatment.deviations)
    let b = Moments(baseline.deviations)
    let d = Moments(differences)
    guard treatment.count >= 2, a.variance + b.variance > 0 else { return }
    varianceReductionFactor = (a.variance + b.variance) / d.variance
    if a.variance > 0 && b.variance > 0 {
      correlation =
        (a.variance + b.variance - d.variance) / (2 * (a.variance * b.variance).squareRoot())
    }
  }

  /// The same difference of samples that have nothing in common: neither correlation nor reduction.
  public var unpaired: PairedDifference {
    var copy = self
    copy.correlation = nil
    copy.varianceReductionFactor = nil
    return copy
  }

  /// Whether common random numbers made the comparison worse than independent ones would have.
  public var commonRandomNumbersBackfired: Bool { (varianceReductionFactor ?? 1) < 1 }
}

/// Mean and sample variance, by two passes.
struct Moments {
  var mean = 0.0
  var variance = 0.0

  init(_ values: [Double]) {
    guard !values.isEmpty else { return }
    mean = values.reduce(0, +) / Double(values.count)
    guard values.count >= 2 else { return }
    var squares = 0.0
    for x in values { squares += (x - mean) * (x - mean) }
    variance = squares / Double(values.count - 1)
  }
}
