/// A replication so far from the others that their spread says little about the next one.
///
/// With n normal values the largest |x - x̄|/s stays below Grubbs' critical value. Beyond it the
/// response has a heavy tail or a rare event, and t intervals cover less than they say.
///
/// - Source: [grubbs1969].
public struct Outlier: Sendable, Hashable {
  /// Index of the replication.
  public var replication: Int
  /// Its distance from the mean in standard deviations.
  public var score: Double

  /// - Parameters:
  ///   - values: One per replication.
  ///   - level: Chance that normal values are suspected.
  /// - Returns: nil when nothing is suspicious, and with fewer than four replications.
  public init?(in values: [Double], level: Double = 0.001) {
    guard values.count >= 4 else { return nil }
    let moments = Moments(values)
    guard moments.variance > 0 else { return nil }
    let distances = values.map { abs($0 - moments.mean) }
    let farthest = distances.indices.max { distances[$0] < distances[$1] }!
    let score = distances[farthest] / moments.variance.squareRoot()
    guard score > Self.criticalValue(count: values.count, level: level) else { return nil }
    replication = farthest
    self.score = score
  }

  /// Grubbs' two-sided critical value.
  public static func criticalValue(count: Int, level: Double) -> Double {
    let n = Double(count)
    let t = StudentT.quantile(1 - level / (2 * n), degreesOfFreedom: n - 2)
    return (n - 1) / n.squareRoot() * (t * t / (n - 2 + t * t)).squareRoot()
  }
}
