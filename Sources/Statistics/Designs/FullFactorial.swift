/// Every combination of levels.
public enum FullFactorial {
  /// - Parameter levels: Number of levels of each factor; >= 1.
  /// - Returns: Level indices by point, the first factor fastest (standard order).
  public static func points(levels: [Int]) -> [[Int]] {
    precondition(levels.allSatisfy { $0 >= 1 }, "a factor has a level")
    var points: [[Int]] = [[]]
    for count in levels {
      points = (0..<count).flatMap { level in points.map { $0 + [level] } }
    }
    return points
  }

  /// The number of combinations; nil when it does not fit.
  public static func count(levels: [Int]) -> Int? {
    var total = 1
    for count in levels {
      let (product, isOver) = total.multipliedReportingOverflow(by: count)
      if isOver { return nil }
      total = product
    }
    return total
  }

  /// Two levels in standard order, coded -1 and +1.
  public static func twoLevel(factors: Int) -> [[Double]] {
    points(levels: [Int](repeating: 2, count: factors)).map { $0.map { $0 == 0 ? -1 : 1 } }
  }
}
