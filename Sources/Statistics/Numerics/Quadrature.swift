internal import CGSL

/// Nodes and weights of a quadrature rule, with a density folded into the weights so that a sum
/// over them is an expectation.
struct Quadrature {
  var nodes: [Double]
  var weights: [Double]

  /// Gauss-Legendre on an interval, weighed by a density.
  ///
  /// - Parameter count: 64, 96, 100, 128 or 256: GSL has their nodes in tables, and computes others
  ///   to no more than 1e-10.
  init(from low: Double, to high: Double, count: Int, density: (Double) -> Double) {
    nodes = []
    weights = []
    let table = gsl_integration_glfixed_table_alloc(count)!
    defer { gsl_integration_glfixed_table_free(table) }
    for i in 0..<count {
      var x = 0.0
      var w = 0.0
      gsl_integration_glfixed_point(low, high, i, &x, &w, table)
      nodes.append(x)
      weights.append(w * density(x))
    }
  }

  func expectation(_ f: (Double) -> Double) -> Double {
    var sum = 0.0
    for (x, w) in zip(nodes, weights) { sum += w * f(x) }
    return sum
  }

  /// The standard normal law; its tails beyond 9 hold less than 1e-18.
  static func standardNormal(count: Int = 128) -> Quadrature {
    Quadrature(from: -9, to: 9, count: count) { gsl_ran_ugaussian_pdf($0) }
  }

  /// The square root of a chi-square variate: smooth at zero for every number of degrees of
  /// freedom >= 1, where chi-square's own density is not.
  static func chi(degreesOfFreedom nu: Double, count: Int = 128) -> Quadrature {
    let low = gsl_cdf_chisq_Pinv(1e-18, nu).squareRoot()
    let high = gsl_cdf_chisq_Qinv(1e-18, nu).squareRoot()
    return Quadrature(from: low, to: high, count: count) {
      2 * $0 * gsl_ran_chisq_pdf($0 * $0, nu)
    }
  }
}
