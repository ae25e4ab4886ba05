public import Statistics

/// Looks for the level of a factor at which a difference changes its sign, under noise.
///
/// The difference at a level is an estimate from replications with common random numbers. Its sign is settled
/// when the t interval excludes zero; until then replications are doubled. Ends of the range first, then levels
/// between the nearest settled ones of opposite sign by interpolation, until the bracket is narrow or the levels
/// within cannot be told from zero.
///
/// The interval is the last bracket of settled signs. Errors of all looks together stay below 1 - confidence
/// (Bonferroni over the looks that there can be at most), so that the interval holds the crossing with at least
/// that confidence, provided that the difference changes its sign once in the range.
public struct CrossingSearch: Sendable {
  /// Levels to look between.
  public var range: ClosedRange<Double>
  /// Whether levels are interpolated by their ratios instead of their distances; needs positive levels.
  public var isLogarithmic: Bool
  /// Whether levels are whole numbers.
  public var isWhole: Bool
  /// Width of the interval, relative to the level (logarithmic) or to the range, that is narrow enough.
  public var tolerance: Double
  public var confidence: Double
  /// Replications at a level, to begin with and at most; >= 2.
  public var replications: ClosedRange<Int>
  /// Levels to look at, at most; >= 2.
  public var levelsMaximum: Int

  public init(
    range: ClosedRange<Double>, isLogarithmic: Bool = false, isWhole: Bool = false,
    tolerance: Double = 0.01, confidence: Double = 0.95, replications: ClosedRange<Int> = 5...40,
    levelsMaximum: Int = 24
  ) {
    precondition(range.lowerBound < range.upperBound, "a range of levels has a width")
    precondition(!isLogarithmic || range.lowerBound > 0, "ratios need positive levels")
    precondition(replications.lowerBound >= 2 && levelsMaximum >= 2, "signs need an interval")
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.isWhole = isWhole
    self.tolerance = tolerance
    self.confidence = confidence
    self.replications = replications
    self.levelsMaximum = levelsMaximum
  }

  /// How many times one level may be looked at: once, and after every doubling.
  private var looksPerLevel: Int {
    var looks = 1
    var count = replications.lowerBound
    while count < replications.upperBound {
      count = min(2 * count, replications.upperBound)
      looks += 1
    }
    return looks
  }

  /// - Parameter difference: The difference at a level from that many replications, the first ones always the
  ///   same; nil where there is nothing to compare.
  public func run<Failure: Error>(
    _ difference: (_ level: Double, _ replications: Int) throws(Failure) -> Estimate?
  ) throws(Failure) -> Crossing {
    var path: [Crossing.Look] = []
    let looks = levelsMaximum * looksPerLevel

    func look(_ level: Double) throws(Failure) -> Crossing.Look {
      var count = replications.lowerBound
      while true {
        let estimate = try difference(level, count)
        let interval = estimate?.interval(confidence: confidence, comparisons: looks)
        let found = Crossing.Look(
          level: level, replications: count, difference: estimate?.point, interval: interval)
        if found.sign != .unsettled || count >= replications.upperBound || estimate == nil {
          path.append(found)
          return found
        }
        count = min(2 * count, replications.upperBound)
      }
    }

    let low = try look(range.lowerBound)
    let high = try look(range.upperBound)
    guard low.sign != .unsettled, high.sign != .unsettled else {
      return Crossing(finding: .inconclusive, path: path)
    }
    guard low.sign != high.sign else {
      return Crossing(finding: .none(low.sign), path: path)
    }
    var bracket = (low: low, high: high)
    /// Levels between the ends that cannot be told from zero, in order.
    var unsettled: [Crossing.Look] = []
    while path.count < levelsMaximum,
      let level = next(in: bracket, unsettled: unsettled)
    {
      let found = try look(level)
      if found.sign == bracket.low.sign {
        bracket.low = found
      } else if found.sign == bracket.high.sign {
        bracket.high = found
      } else {
        unsettled.append(found)
      }
      unsettled.removeAll { $0.level <= bracket.low.level || $0.level >= bracket.high.level }
      unsettled.sort { $0.level < $1.level }
    }
    let interval = Interval(low: bracket.low.level, high: bracket.high.level)
    return Crossing(
      finding: .found(
        Crossing.Found(
          level: guess(in: bracket, unsettled), interval: interval, before: bracket.low.sign,
          isNarrow: isNarrow(bracket.low.level, bracket.high.level))),
      path: path)
  }

  /// Where to look next: between the ends while nothing lies between, else beside the unsettled levels on the
  /// wider side; nil when there is no need or no room.
  private func next(
    in bracket: (low: Crossing.Look, high: Crossing.Look), unsettled: [Crossing.Look]
  ) -> Double? {
    let (low, high) = (bracket.low, bracket.high)
    if isNarrow(low.level, high.level) { return nil }
    guard let first = unsettled.first, let last = unsettled.last else {
      return between(low.level, high.level, guess(in: bracket, []), margin: 0.2)
    }
    let below = scale(first.level) - scale(low.level)
    let above = scale(high.level) - scale(last.level)
    // Beside levels that cannot be settled, finer steps than these hardly narrow the interval.
    let least = width / 2 + 0.15 * (scale(last.level) - scale(first.level))
    if max(below, above) <= least { return nil }
    return below >= above
      ? between(low.level, first.level, edge(of: first, towards: low))
      : between(last.level, high.level, edge(of: last, towards: high))
  }

  /// Where, by a straight line from an unsettled level to a settled one, the sign should just be settled.
  private func edge(of unsettled: Crossing.Look, towards settled: Crossing.Look) -> Double {
    let (from, to) = (scale(unsettled.level), scale(settled.level))
    var share = 0.5
    if let a = unsettled.difference, let b = settled.difference, a != b {
      let halfWidth = unsettled.interval?.halfWidth ?? 0
      share = ((b < 0 ? -1.2 : 1.2) * halfWidth - a) / (b - a)
    }
    // No nearer than what is narrow enough, and no step that hardly moves the settled end.
    return unscale(from + min(max(share, width / 2 / abs(to - from)), 0.6) * (to - from))
  }

  /// A level inside of two others: a guess, kept from the ends by a share of the way between them.
  private func between(_ low: Double, _ high: Double, _ guess: Double, margin: Double = 0.02)
    -> Double?
  {
    let (a, b) = (scale(low), scale(high))
    let middle = min(max(scale(guess), a + margin * (b - a)), b - margin * (b - a))
    var level = unscale(middle)
    if isWhole { level = min(max(level.rounded(), low + 1), high - 1) }
    return level > low && level < high ? level : nil
  }

  /// Where a straight line through the differences at the nearest levels vanishes.
  private func guess(
    in bracket: (low: Crossing.Look, high: Crossing.Look), _ unsettled: [Crossing.Look]
  ) -> Double {
    var low = bracket.low
    var high = bracket.high
    for look in unsettled {
      guard let y = look.difference, let end = low.difference else { continue }
      if (y < 0) == (end < 0) {
        low = look
      } else {
        high = look
        break
      }
    }
    guard let a = low.difference, let b = high.difference, a != b else { return low.level }
    let share = a / (a - b)
    return unscale(scale(low.level) + share * (scale(high.level) - scale(low.level)))
  }

  private func isNarrow(_ low: Double, _ high: Double) -> Bool {
    isWhole && high - low <= 1 || scale(high) - scale(low) <= width
  }

  /// The width that is narrow enough, on the scale on which levels are interpolated.
  private var width: Double {
    isLogarithmic ? tolerance : tolerance * (range.upperBound - range.lowerBound)
  }

  private func scale(_ level: Double) -> Double { isLogarithmic ? logarithm(level) : level }
  private func unscale(_ x: Double) -> Double { isLogarithmic ? exponential(x) : x }
}
