/// A polynomial through the means of design points, its coefficients with intervals over
/// replications, and a test of whether it fits.
///
/// With common random numbers errors at different points are correlated, which ordinary standard
/// errors ignore. So the polynomial is fitted to every replication by itself, and the intervals are
/// those of the mean of these fits, whatever the correlation.
///
/// - Source: [kleijnen2015], ch. 2 and 3.
public struct Metamodel: Sendable, Hashable {
  public var terms: PolynomialTerms
  /// One per term, in the response's unit per coded unit.
  public var coefficients: [Estimate]
  /// At every point: mean response minus fitted.
  public var residuals: [Double]
  /// Share of the variation between points' means that the polynomial explains.
  public var explained: Double
  /// nil without points to spare or with one replication.
  public var lackOfFit: LackOfFit?

  /// - Parameters:
  ///   - terms: The polynomial.
  ///   - points: Coded levels by point.
  ///   - responses: By point, then by replication; paired under common random numbers.
  /// - Returns: nil if the points cannot tell the terms apart.
  public init?(terms: PolynomialTerms, points: [[Double]], responses: [[Double]]) {
    precondition(points.count == responses.count, "responses at every point")
    guard let n = responses.first?.count, n >= 1, responses.allSatisfy({ $0.count == n }) else {
      return nil
    }
    let rows = points.map(terms.row)
    let p = terms.terms.count
    guard let solver = LinearSolver(rows: rows) else { return nil }
    let means = responses.map { $0.reduce(0, +) / Double(n) }
    let fits = (0..<n).map { r in solver.solve(responses.map { $0[r] }) }
    self.terms = terms
    coefficients = (0..<p).map { term in Estimate.mean(of: fits.map { $0[term] })! }
    let beta = coefficients.map(\.point)
    let residuals = zip(rows, means).map { row, mean in
      mean - zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }
    }
    self.residuals = residuals
    let grand = means.reduce(0, +) / Double(means.count)
    let total = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) }
    let rest = residuals.reduce(0) { $0 + $1 * $1 }
    explained = total > 0 ? 1 - rest / total : 1
    lackOfFit = LackOfFit(residuals: residuals, responses: responses, terms: p)
  }

  /// The fitted value at a point.
  public func value(at coded: [Double]) -> Double {
    zip(terms.row(coded), coefficients).reduce(0) { $0 + $1.0 * $1.1.point }
  }
}

/// Whether what a polynomial leaves over is more than noise.
///
/// Noise is what replications say after what they have in common (common random numbers) is taken
/// out, so that the test stays sharp where pairing helps.
public struct LackOfFit: Sendable, Hashable {
  public var f: Double
  public var numerator: Double
  public var denominator: Double

  /// Chance of an F as large if the polynomial were right; small: it does not fit.
  public var pValue: Double {
    FisherF.exceedance(f, numerator: numerator, denominator: denominator)
  }

  init?(residuals: [Double], responses: [[Double]], terms: Int) {
    let points = responses.count
    let n = responses[0].count
    guard points > terms, n >= 2 else { return nil }
    let columns = (0..<n).map { r in responses.reduce(0) { $0 + $1[r] } / Double(points) }
    let grand = columns.reduce(0, +) / Double(n)
    var pure = 0.0
    for row in responses {
      let mean = row.reduce(0, +) / Double(n)
      for r in 0..<n {
        let e = row[r] - mean - columns[r] + grand
        pure += e * e
      }
    }
    numerator = Double(points - terms)
    denominator = Double((points - 1) * (n - 1))
    let lack = Double(n) * residuals.reduce(0) { $0 + $1 * $1 } / numerator
    guard lack > 0 else {
      f = 0
      return
    }
    f = lack / (pure / denominator)
  }
}
