internal import CGSL

/// Fisher's F distribution, the law of a ratio of two independent variance estimates.
public enum FisherF {
  /// The probability that an F variate exceeds `x`: a test's p-value.
  public static func exceedance(_ x: Double, numerator: Double, denominator: Double) -> Double {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are positive")
    return x.isNaN
      ? 1 : x <= 0 ? 1 : x == .infinity ? 0 : gsl_cdf_fdist_Q(x, numerator, denominator)
  }
}
