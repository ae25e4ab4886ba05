internal import CGSL

/// Critical values for k comparisons with one control, when all have the same variance.
///
/// Differences from a common control have correlation 1/2. Independent samples have exactly that;
/// common random numbers have it if all pairs of systems are equally correlated (sphericity).
///
/// - Source: Dunnett's distribution as E_S E_Z[(Φ(Z + √2 d S) - Φ(Z - √2 d S))^k] [dunnett1955].
public enum Dunnett {
  /// - Parameters:
  ///   - confidence: Joint confidence, in (0, 1).
  ///   - comparisons: k, systems beside the control; >= 1.
  ///   - degreesOfFreedom: Of the pooled variance; infinite if the variance is known.
  ///   - isTwoSided: Whether differences in either direction count.
  public static func criticalValue(
    confidence: Double, comparisons: Int, degreesOfFreedom: Double, isTwoSided: Bool = true
  ) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence strictly between 0 and 1")
    precondition(comparisons >= 1, "at least one comparison")
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    let normal = Quadrature.standardNormal()
    let scale = degreesOfFreedom.isFinite ? Quadrature.chi(degreesOfFreedom: degreesOfFreedom) : nil
    let k = Double(comparisons)
    func coverage(_ d: Double, _ s: Double) -> Double {
      let reach = 2.0.squareRoot() * d * s
      return normal.expectation { z in
        let above = gsl_cdf_ugaussian_P(z + reach)
        return power(isTwoSided ? above - gsl_cdf_ugaussian_P(z - reach) : above, k)
      }
    }
    // Beyond Bonferroni's value the coverage is too high; Student's own is too low.
    let df = min(degreesOfFreedom, 1e12)
    let sides = isTwoSided ? 2.0 : 1.0
    let high = gsl_cdf_tdist_Qinv((1 - confidence) / (sides * k), df)
    return root(
      of: { d in
        guard let scale else { return coverage(d, 1) - confidence }
        return scale.expectation { coverage(d, $0 / degreesOfFreedom.squareRoot()) } - confidence
      }, from: 0, to: high + 1e-6, tolerance: 1e-12)
  }
}

/// x^k for x in [0, 1], also where rounding has left x just below zero.
func power(_ x: Double, _ k: Double) -> Double { x <= 0 ? 0 : pow(x, k) }
