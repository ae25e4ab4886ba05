/// Effects of a two-level design: the change of the response from low to high.
public struct FactorialEffects: Sendable, Hashable {
  public struct Effect: Sendable, Hashable {
    /// Indices of its factors; one is a main effect, several an interaction.
    public var factors: [Int]
    public var estimate: Estimate
  }

  public var mean: Estimate
  public var effects: [Effect]

  /// - Parameters:
  ///   - points: Coded -1 and +1 by point; columns and their products orthogonal.
  ///   - responses: By point, then by replication; paired under common random numbers.
  ///   - order: Largest number of factors in an interaction; 1 for main effects only.
  /// - Returns: Effects whose columns repeat an earlier one (aliases) are left out.
  public init?(points: [[Double]], responses: [[Double]], order: Int = 2) {
    guard let k = points.first?.count, let n = responses.first?.count, n >= 1,
      responses.allSatisfy({ $0.count == n })
    else { return nil }
    func contrast(_ column: [Double]) -> Estimate {
      Estimate.mean(
        of: (0..<n).map { r in
          zip(column, responses).reduce(0) { $0 + $1.0 * $1.1[r] } / Double(points.count)
        })!
    }
    func scaled(_ estimate: Estimate) -> Estimate {
      Estimate(point: 2 * estimate.point, deviations: estimate.deviations.map { 2 * $0 })
    }
    mean = contrast(points.map { _ in 1 })
    effects = []
    var seen: Set<[Double]> = [points.map { _ in 1 }]
    for set in Self.sets(factors: k, order: order) {
      let column = points.map { point in set.reduce(1) { $0 * point[$1] } }
      guard seen.insert(column).inserted, seen.insert(column.map { -$0 }).inserted else {
        continue
      }
      effects.append(Effect(factors: set, estimate: scaled(contrast(column))))
    }
  }

  /// Sets of one, then of two factors and so on.
  private static func sets(factors: Int, order: Int) -> [[Int]] {
    var result: [[Int]] = []
    var last: [[Int]] = [[]]
    for _ in 0..<max(0, min(order, factors)) {
      last = last.flatMap { set in
        ((set.last.map { $0 + 1 } ?? 0)..<factors).map { set + [$0] }
      }
      result += last
    }
    return result
  }
}
