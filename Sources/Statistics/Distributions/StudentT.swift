internal import CGSL

/// Student's t distribution, the law of a standardized mean of few replications.
public enum StudentT {
  /// The value that a t variate stays below with probability `p`.
  ///
  /// - Parameters:
  ///   - p: Probability, in (0, 1).
  ///   - degreesOfFreedom: > 0; fractions are allowed (Satterthwaite).
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability strictly between 0 and 1")
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    return gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
  }

  /// The factor of a two-sided interval that holds jointly with `comparisons - 1` others.
  ///
  /// Bonferroni: each of the m intervals gets the error (1 - confidence) / m, which is valid
  /// under any dependence between them.
  ///
  /// - Parameters:
  ///   - confidence: Joint confidence, in (0, 1).
  ///   - degreesOfFreedom: > 0.
  ///   - comparisons: m, the number of intervals that shall hold together; >= 1.
  public static func criticalValue(
    confidence: Double, degreesOfFreedom: Double, comparisons: Int = 1
  ) -> Double {
    precondition(comparisons >= 1, "at least one comparison")
    let tail = (1 - confidence) / (2 * Double(comparisons))
    return quantile(1 - tail, degreesOfFreedom: degreesOfFreedom)
  }
}
