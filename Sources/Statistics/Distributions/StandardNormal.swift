internal import CGSL

/// The standard normal distribution.
public enum StandardNormal {
  /// The value that a standard normal variate stays below with probability `p`, in (0, 1).
  public static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability strictly between 0 and 1")
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// The probability of staying below `x`.
  public static func cumulative(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }
}
