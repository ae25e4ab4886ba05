/// Multiple comparisons with the best: for every system, by how much it can be better or worse
/// than the best of the others.
///
/// For each i the interval for θ_i - max_{l≠i} θ_l is [(min_l (X̄_i - X̄_l - w_il))⁻,
/// (min_l (X̄_i - X̄_l + w_il))⁺], w_il the half-width of the pair. With one width for all pairs this
/// is Hsu's interval; with a width of its own for each it holds as well, and is narrower.
///
/// - Source: [hsu1984]; widths by Bonferroni over all pairs, which hold under common random numbers.
public struct ComparisonWithBest: Sendable, Hashable {
  /// By system, for larger-is-better figures: θ_i minus the best of the others.
  public var intervals: [Interval]
  /// Systems that cannot be ruled out as the best: no other is better for sure.
  public var possiblyBest: [Int]

  /// - Parameters:
  ///   - estimates: Two or more, paired by replication, at least two replications.
  ///   - goal: Lower or higher is better.
  ///   - confidence: That all intervals hold together.
  /// - Returns: nil when the estimates cannot be paired.
  public init?(_ estimates: [Estimate], goal: Goal, confidence: Double = 0.95) {
    precondition(goal != .neutral, "the best needs a good direction")
    guard estimates.count >= 2 else { return nil }
    let count = estimates.count
    let sign = goal == .lowerIsBetter ? -1.0 : 1.0
    var low = [Double](repeating: .infinity, count: count)
    var high = low
    for i in 0..<count {
      for l in 0..<i {
        guard let pair = PairedDifference(treatment: estimates[i], baseline: estimates[l]),
          let width = pair.estimate.halfWidth(
            confidence: confidence, comparisons: count * (count - 1) / 2)
        else { return nil }
        let lead = sign * pair.estimate.point
        low[i] = min(low[i], lead - width)
        high[i] = min(high[i], lead + width)
        low[l] = min(low[l], -lead - width)
        high[l] = min(high[l], -lead + width)
      }
    }
    intervals = zip(low, high).map { Interval(low: min(0, $0), high: max(0, $1)) }
    possiblyBest = high.indices.filter { high[$0] >= 0 }
  }

  /// The system that is the best, if the others are ruled out.
  public var best: Int? { possiblyBest.count == 1 ? possiblyBest[0] : nil }
}
