/// A base point, and every factor moved by itself to each of its other levels.
///
/// Cheap and easy to read, blind to interactions.
public enum OneAtATime {
  /// - Parameters:
  ///   - base: Level index of each factor at the base point.
  ///   - levels: Number of levels of each factor.
  /// - Returns: The base point first.
  public static func points(base: [Int], levels: [Int]) -> [[Int]] {
    precondition(base.count == levels.count, "one base level per factor")
    precondition(zip(base, levels).allSatisfy { $0 >= 0 && $0 < $1 }, "a base level exists")
    var points = [base]
    for factor in base.indices {
      for level in 0..<levels[factor] where level != base[factor] {
        var point = base
        point[factor] = level
        points.append(point)
      }
    }
    return points
  }
}
