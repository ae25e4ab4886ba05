/// Points that meet every one of N strata of every factor exactly once.
///
/// - Source: [mckay1979]; of several drawn, the one whose nearest points are farthest apart.
public enum LatinHypercube {
  /// - Parameters:
  ///   - points: N >= 1.
  ///   - dimensions: Number of factors; >= 1.
  ///   - candidates: Designs drawn; the best is kept.
  ///   - generator: Takes N words for permutations and N for places, per factor and candidate.
  /// - Returns: Shares in (0, 1) by point, then by factor.
  /// - Complexity: O(candidates N² dimensions).
  public static func points(
    _ points: Int, dimensions: Int, candidates: Int = 1000,
    using generator: inout some RandomNumberGenerator
  ) -> [[Double]] {
    precondition(points >= 1 && dimensions >= 1 && candidates >= 1, "a design has points")
    var best: [[Double]] = []
    var farthest = -1.0
    for _ in 0..<candidates {
      let design = draw(points, dimensions, &generator)
      let distance = nearest(design, atLeast: farthest)
      if distance > farthest { (best, farthest) = (design, distance) }
    }
    return best
  }

  /// Largest absolute correlation between two factors' columns: how well effects can be told apart.
  public static func correlation(of design: [[Double]]) -> Double {
    guard let dimensions = design.first?.count, design.count >= 2 else { return 0 }
    let n = Double(design.count)
    let means = (0..<dimensions).map { j in design.reduce(0) { $0 + $1[j] } / n }
    func covariance(_ i: Int, _ j: Int) -> Double {
      design.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) }
    }
    var largest = 0.0
    for i in 0..<dimensions {
      for j in 0..<i {
        let scale = (covariance(i, i) * covariance(j, j)).squareRoot()
        if scale > 0 { largest = max(largest, abs(covariance(i, j)) / scale) }
      }
    }
    return largest
  }

  private static func draw(
    _ points: Int, _ dimensions: Int, _ generator: inout some RandomNumberGenerator
  ) -> [[Double]] {
    var design = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: points)
    for j in 0..<dimensions {
      let strata = generator.permutation(of: points)
      for i in 0..<points {
        design[i][j] = (Double(strata[i]) + generator.uniform()) / Double(points)
      }
    }
    return design
  }

  /// Squared distance of the two nearest points, or less than `bound` as soon as it is.
  private static func nearest(_ design: [[Double]], atLeast bound: Double) -> Double {
    var least = Double.infinity
    for i in design.indices {
      for k in 0..<i {
        var sum = 0.0
        for (a, b) in zip(design[i], design[k]) { sum += (a - b) * (a - b) }
        least = min(least, sum)
      }
      if least <= bound { return least }
    }
    return least
  }
}
