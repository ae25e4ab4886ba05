/// Multiple comparisons with the best: for every system, by how much it can be better or worse
/// than the best of the others.
///
/// For each i the interval for θ_i - max_{l≠i} θ_l is [-(X̄_i - max X̄_l - w)⁻, (X̄_i - max X̄_l + w)⁺].
/// A system whose upper end is above 0 may be the best; all others are ruled out.
///
/// - Source: [hsu1984]; w is the largest pairwise Bonferroni half-width, which holds under common
///   random numbers.
public struct ComparisonWithBest: Sendable, Hashable {
  /// By system, for larger-is-better figures: θ_i minus the best of the others.
  public var intervals: [Interval]

  /// - Parameters:
  ///   - estimates: Two or more, paired by replication, at least two replications.
  ///   - goal: Lower or higher is better.
  ///   - confidence: That all intervals hold together.
  /// - Returns: nil when the estimates cannot be paired.
  public init?(_ estimates: [Estimate], goal: Goal, confidence: Double = 0.95) {
    precondition(goal != .neutral, "the best needs a good direction")
    guard let width = Self.widestPair(estimates, confidence: confidence) else { return nil }
    let sign = goal == .lowerIsBetter ? -1.0 : 1.0
    let points = estimates.map { sign * $0.point }
    intervals = points.indices.map { i in
      let best = points.indices.filter { $0 != i }.map { points[$0] }.max()!
      let lead = points[i] - best
      return Interval(low: min(0, lead - width), high: max(0, lead + width))
    }
  }

  /// Systems that cannot be ruled out as the best.
  public var possiblyBest: [Int] { intervals.indices.filter { intervals[$0].high > 0 } }

  /// The system that is the best, if the others are ruled out.
  public var best: Int? { possiblyBest.count == 1 ? possiblyBest[0] : nil }

  private static func widestPair(_ estimates: [Estimate], confidence: Double) -> Double? {
    guard estimates.count >= 2 else { return nil }
    let pairs = estimates.count * (estimates.count - 1) / 2
    var widest = 0.0
    for i in estimates.indices {
      for l in 0..<i {
        guard let pair = PairedDifference(treatment: estimates[i], baseline: estimates[l]),
          let width = pair.estimate.halfWidth(confidence: confidence, comparisons: pairs)
        else { return nil }
        widest = max(widest, width)
      }
    }
    return widest
  }
}
