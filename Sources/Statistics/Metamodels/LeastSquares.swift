internal import CGSL

/// Ordinary least squares of responses on the columns of a matrix.
public struct LeastSquares: Sendable, Hashable {
  public var coefficients: [Double]
  /// Of the coefficients, with the residual variance as the error's.
  public var covariance: [[Double]]
  /// Σ(y - Xβ)².
  public var residualSquares: Double
  /// Rows minus columns.
  public var degreesOfFreedom: Int
  /// Xβ, one per row.
  public var fitted: [Double]

  /// - Parameters:
  ///   - rows: One per observation, all of the same length p.
  ///   - responses: One per row.
  /// - Returns: nil with fewer than p + 1 rows, or if columns depend on each other.
  public init?(rows: [[Double]], responses: [Double]) {
    precondition(rows.count == responses.count, "one response per row")
    guard let p = rows.first?.count, p >= 1, rows.count > p else { return nil }
    let n = rows.count
    let matrix = gsl_matrix_alloc(n, p)!
    let y = gsl_vector_alloc(n)!
    let c = gsl_vector_alloc(p)!
    let cov = gsl_matrix_alloc(p, p)!
    let work = gsl_multifit_linear_alloc(n, p)!
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(y)
      gsl_vector_free(c)
      gsl_matrix_free(cov)
      gsl_multifit_linear_free(work)
    }
    for i in 0..<n {
      gsl_vector_set(y, i, responses[i])
      for j in 0..<p { gsl_matrix_set(matrix, i, j, rows[i][j]) }
    }
    var squares = 0.0
    gsl_multifit_linear(matrix, y, c, cov, &squares, work)
    guard gsl_multifit_linear_rank(1e-10, work) == p else { return nil }
    let beta = (0..<p).map { gsl_vector_get(c, $0) }
    coefficients = beta
    covariance = (0..<p).map { i in (0..<p).map { gsl_matrix_get(cov, i, $0) } }
    residualSquares = squares
    degreesOfFreedom = n - p
    fitted = rows.map { row in zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
