internal import CGSL

/// Least squares for many responses on the same rows.
struct LinearSolver {
  /// (XᵀX)⁻¹Xᵀ, by term, then by row.
  private let pseudoinverse: [[Double]]

  /// - Returns: nil if the columns depend on each other.
  init?(rows: [[Double]]) {
    guard let p = rows.first?.count, p >= 1, rows.count >= p else { return nil }
    let n = rows.count
    let matrix = gsl_matrix_alloc(n, p)!
    let y = gsl_vector_alloc(n)!
    let c = gsl_vector_alloc(p)!
    let work = gsl_multifit_linear_alloc(n, p)!
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(y)
      gsl_vector_free(c)
      gsl_multifit_linear_free(work)
    }
    for i in 0..<n {
      for j in 0..<p { gsl_matrix_set(matrix, i, j, rows[i][j]) }
    }
    gsl_multifit_linear_svd(matrix, work)
    guard gsl_multifit_linear_rank(1e-10, work) == p else { return nil }
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: n), count: p)
    for i in 0..<n {
      gsl_vector_set_zero(y)
      gsl_vector_set(y, i, 1)
      var norm = (residual: 0.0, solution: 0.0)
      gsl_multifit_linear_solve(0, matrix, y, c, &norm.residual, &norm.solution, work)
      for j in 0..<p { inverse[j][i] = gsl_vector_get(c, j) }
    }
    pseudoinverse = inverse
  }

  func solve(_ y: [Double]) -> [Double] {
    pseudoinverse.map { zip($0, y).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
