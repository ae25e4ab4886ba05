/// Treatment minus baseline from independent samples, which may differ in size.
///
/// For external traces and other runs that cannot be paired.
///
/// - Source: [welch1947]; degrees of freedom by Satterthwaite.
public struct WelchDifference: Sendable, Hashable {
  public var point: Double
  public var standardError: Double
  public var degreesOfFreedom: Double

  /// - Returns: nil unless both samples hold two values and at least one of them varies.
  public init?(treatment: [Double], baseline: [Double]) {
    guard treatment.count >= 2, baseline.count >= 2 else { return nil }
    let a = Moments(treatment)
    let b = Moments(baseline)
    let va = a.variance / Double(treatment.count)
    let vb = b.variance / Double(baseline.count)
    guard va + vb > 0 else { return nil }
    point = a.mean - b.mean
    standardError = (va + vb).squareRoot()
    degreesOfFreedom =
      (va + vb) * (va + vb)
      / (va * va / Double(treatment.count - 1) + vb * vb / Double(baseline.count - 1))
  }

  /// The same for estimates of any kind, from what their replications deviate.
  public init?(treatment: Estimate, baseline: Estimate) {
    guard treatment.count >= 2, baseline.count >= 2,
      let own = WelchDifference(
        treatment: treatment.deviations.map { treatment.point + $0 },
        baseline: baseline.deviations.map { baseline.point + $0 })
    else { return nil }
    self = own
    point = treatment.point - baseline.point
    // Deviations of quantiles do not add up to zero; their squares count as they are.
    let a = treatment.standardError!
    let b = baseline.standardError!
    standardError = (a * a + b * b).squareRoot()
  }

  public func interval(confidence: Double = 0.95, comparisons: Int = 1) -> Interval {
    let critical = StudentT.criticalValue(
      confidence: confidence, degreesOfFreedom: degreesOfFreedom, comparisons: comparisons)
    return Interval(center: point, halfWidth: critical * standardError)
  }
}
