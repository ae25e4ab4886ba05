/// Corners, stars on the axes and the middle: enough levels for a second-order model.
///
/// - Source: [box2005], ch. 11; stars on the faces, so that no factor leaves its range.
public enum CentralComposite {
  /// - Parameters:
  ///   - factors: k; from five on the corners are a fraction of resolution V where one is known.
  /// - Returns: Coded levels by point: corners, 2k stars, the middle.
  public static func points(factors: Int) -> [[Double]] {
    precondition(factors >= 1, "a design has a factor")
    let corners =
      (factors >= 5
        ? FractionalFactorial.standard(factors: factors, resolution: 5)?.points : nil)
      ?? FullFactorial.twoLevel(factors: factors)
    let middle = [Double](repeating: 0, count: factors)
    let stars = (0..<factors).flatMap { j in
      [-1.0, 1].map { level in
        var star = middle
        star[j] = level
        return star
      }
    }
    return corners + stars + [middle]
  }
}
