/// Which direction of a response is good.
public enum Goal: String, Sendable, Hashable, CaseIterable {
  case lowerIsBetter
  case higherIsBetter
  case neutral
}

/// What an interval around a difference says about treatment against baseline.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case better
  case worse
  case notSeparated = "not separated"
  case equivalent

  /// Judges a difference (treatment minus baseline).
  ///
  /// The interval inside ±margin means equivalent, even where it excludes zero: the difference is
  /// then known to be too small to matter. Strategies that never differ are equivalent as well.
  ///
  /// - Parameters:
  ///   - interval: nil when there are too few replications for one: not separated.
  ///   - goal: Not neutral; a response without a good direction has no verdict.
  ///   - margin: Largest difference that does not matter, in the response's unit; >= 0.
  public init(_ interval: Interval?, goal: Goal, margin: Double = 0) {
    precondition(goal != .neutral, "a verdict needs a good direction")
    precondition(margin >= 0, "an equivalence margin is not negative")
    guard let interval else {
      self = .notSeparated
      return
    }
    if -margin <= interval.low && interval.high <= margin {
      self = .equivalent
    } else if interval.high < 0 {
      self = goal == .lowerIsBetter ? .better : .worse
    } else if interval.low > 0 {
      self = goal == .lowerIsBetter ? .worse : .better
    } else {
      self = .notSeparated
    }
  }
}
