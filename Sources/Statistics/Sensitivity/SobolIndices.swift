/// Which share of a response's variance each factor causes, alone and with the others.
///
/// First-order indices after Saltelli, E[f_B(f_ABi - f_A)]/V; total ones after Jansen,
/// E[(f_A - f_ABi)²]/2V. N (k + 2) runs.
///
/// - Source: [saltelli2010], [jansen1999].
public struct SobolIndices: Sendable, Hashable {
  /// By factor.
  public var first: [Double]
  public var total: [Double]
  /// Of the response over the factors' ranges.
  public var variance: Double
  public var mean: Double

  /// Points of the design: A, B, then A with one column of B, by factor.
  ///
  /// - Parameters:
  ///   - samples: N, a power of two.
  ///   - factors: k; 2k dimensions of the sequence are used, at most 40.
  ///   - shift: 2k numbers in [0, 1); empty: none.
  public static func points(samples: Int, factors: Int, shift: [Double] = []) -> [[Double]] {
    let base = SobolSequence.points(samples, dimensions: 2 * factors, shift: shift)
    let a = base.map { Array($0[..<factors]) }
    let b = base.map { Array($0[factors...]) }
    return a + b
      + (0..<factors).flatMap { i in
        zip(a, b).map { a, b in
          var mixed = a
          mixed[i] = b[i]
          return mixed
        }
      }
  }

  /// - Parameter responses: At the points of ``points(samples:factors:shift:)``, in their order.
  /// - Returns: nil if the response does not vary.
  public init?(responses: [Double], factors: Int) {
    let n = responses.count / (factors + 2)
    precondition(n * (factors + 2) == responses.count && n >= 2, "a response per point")
    let pooled = Moments(Array(responses[..<(2 * n)]))
    let v = pooled.variance * Double(2 * n - 1) / Double(2 * n)
    guard v > 0 else { return nil }
    variance = v
    mean = pooled.mean
    // Centered, which changes no expectation and takes out most of the error.
    let f = responses.map { $0 - pooled.mean }
    first = []
    total = []
    for i in 0..<factors {
      var s = 0.0
      var t = 0.0
      for j in 0..<n {
        let (a, b, mixed) = (f[j], f[n + j], f[(i + 2) * n + j])
        s += b * (mixed - a)
        t += (a - mixed) * (a - mixed)
      }
      first.append(s / Double(n) / v)
      total.append(t / Double(2 * n) / v)
    }
  }
}
