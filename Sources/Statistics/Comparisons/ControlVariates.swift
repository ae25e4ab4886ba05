internal import CGSL

/// An estimate sharpened by figures whose true means are known, such as the number of orders.
///
/// The response is regressed on the controls over replications; what they explain is taken out.
/// With normal responses the interval is exact, and its variance is (1 - R²)(n - 2)/(n - q - 2)
/// times that of the plain mean. It applies to differences of strategies as well.
///
/// - Source: [law2015], sec. 11.4; [lavenberg1981].
public struct ControlVariates: Sendable, Hashable {
  /// Of the mean response.
  public var point: Double
  public var standardError: Double
  public var degreesOfFreedom: Double
  /// One per control.
  public var coefficients: [Double]
  /// Share of the responses' variance that the controls explain, R².
  public var explained: Double

  /// Fewest replications per control that leave a net gain.
  public static let replicationsPerControl = 10

  /// - Parameters:
  ///   - responses: One per replication.
  ///   - controls: By control, then by replication.
  ///   - means: The true mean of every control.
  /// - Returns: nil with fewer than ten replications per control, or if the responses never vary.
  public init?(responses: [Double], controls: [[Double]], means: [Double]) {
    precondition(controls.count == means.count, "one mean per control")
    let n = responses.count
    let q = controls.count
    guard q >= 1, n >= Self.replicationsPerControl * q, n > q + 2,
      controls.allSatisfy({ $0.count == n })
    else { return nil }
    let rows = (0..<n).map { i in [1.0] + (0..<q).map { controls[$0][i] - means[$0] } }
    guard let fit = LeastSquares(rows: rows, responses: responses) else { return nil }
    let plain = Moments(responses).variance
    guard plain > 0 else { return nil }
    point = fit.coefficients[0]
    standardError = fit.covariance[0][0].squareRoot()
    degreesOfFreedom = Double(n - q - 1)
    coefficients = Array(fit.coefficients.dropFirst())
    explained = 1 - fit.residualSquares / (plain * Double(n - 1))
  }

  public func interval(confidence: Double = 0.95, comparisons: Int = 1) -> Interval {
    let critical = StudentT.criticalValue(
      confidence: confidence, degreesOfFreedom: degreesOfFreedom, comparisons: comparisons)
    return Interval(center: point, halfWidth: critical * standardError)
  }
}
