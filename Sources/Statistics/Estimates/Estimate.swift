/// A point estimate from n replications, with what every replication deviates from it.
///
/// Means, ratios and pooled quantiles all reduce to this pair, so that intervals and paired
/// differences are written once: the variance of the point is Σd² / (n (n - 1)).
///
/// - Source: [law2015], ch. 9; ratio: classical ratio estimator; quantile: sectioning [nakayama2014].
public struct Estimate: Sendable, Hashable {
  public var point: Double
  /// One per replication, in replication order.
  public var deviations: [Double]

  public init(point: Double, deviations: [Double]) {
    self.point = point
    self.deviations = deviations
  }

  /// Number of replications behind the estimate.
  public var count: Int { deviations.count }

  /// Estimated standard error of the point; nil with fewer than two replications.
  public var standardError: Double? {
    guard count >= 2 else { return nil }
    var sum = 0.0
    for d in deviations { sum += d * d }
    return (sum / Double(count - 1) / Double(count)).squareRoot()
  }

  /// Half the width of the t interval around the point; nil with fewer than two replications.
  ///
  /// - Parameters:
  ///   - confidence: Joint confidence, in (0, 1).
  ///   - comparisons: Number of intervals that shall hold together (Bonferroni).
  public func halfWidth(confidence: Double = 0.95, comparisons: Int = 1) -> Double? {
    guard let standardError else { return nil }
    return standardError
      * StudentT.criticalValue(
        confidence: confidence, degreesOfFreedom: Double(count - 1), comparisons: comparisons)
  }

  /// The t interval around the point; nil with fewer than two replications.
  public func interval(confidence: Double = 0.95, comparisons: Int = 1) -> Interval? {
    halfWidth(confidence: confidence, comparisons: comparisons).map {
      Interval(center: point, halfWidth: $0)
    }
  }
}
