/// Where a series stops being under the influence of its start: MSER-5.
///
/// Means of five observations z_1 … z_b; the cut d ≤ b/2 minimizes Σ_{j>d}(z_j - z̄_d)²/(b - d)²,
/// the estimated squared error of the mean of what is left. To be applied to the average over
/// replications: single runs that start in congestion would be cut where they should not be.
///
/// - Source: [white2000]; averaging over replications: [law2015], sec. 9.5.1.
public struct Truncation: Sendable, Hashable {
  /// Observations to a batch.
  public static let batch = 5
  /// A cut beyond this share of the series says that the series is too short.
  public static let shareMaximum = 0.45

  /// d, in batches.
  public var batches: Int
  /// Batches of the series; an incomplete one at its end is left out.
  public var batchesTotal: Int
  /// The minimum of the statistic.
  public var statistic: Double
  /// The statistic without a cut.
  public var statisticUncut: Double
  /// Mean of what is left.
  public var mean: Double

  /// Observations to leave out.
  public var observations: Int { batches * Self.batch }

  /// Whether the cut is so late that nothing can be said about where the start's influence ends.
  public var isTooShort: Bool { Double(batches) > Self.shareMaximum * Double(batchesTotal) }

  /// - Returns: nil with fewer than four batches.
  /// - Complexity: O(n).
  public init?(_ series: [Double]) {
    let b = series.count / Self.batch
    guard b >= 4 else { return nil }
    let z = (0..<b).map { j in
      series[j * Self.batch..<(j + 1) * Self.batch].reduce(0, +) / Double(Self.batch)
    }
    var best = (d: 0, statistic: Double.infinity, mean: 0.0)
    var uncut = 0.0
    // From the end to the front, so that mean and squares of the rest grow by one batch a step.
    var mean = 0.0
    var squares = 0.0
    for d in stride(from: b - 1, through: 0, by: -1) {
      let count = Double(b - d)
      let delta = z[d] - mean
      mean += delta / count
      squares += delta * (z[d] - mean)
      guard d <= b / 2 else { continue }
      let statistic = squares / (count * count)
      if statistic <= best.statistic { best = (d, statistic, mean) }
      uncut = statistic
    }
    batches = best.d
    batchesTotal = b
    statistic = best.statistic
    statisticUncut = uncut
    self.mean = best.mean
  }

  /// The one cut for several strategies that are to be compared, from the average of each over its
  /// replications: the latest of theirs.
  ///
  /// - Parameter series: By strategy, then by replication, then in time; all of one strategy as
  ///   long as its shortest.
  /// - Returns: nil without a series that is long enough.
  public static func common(_ series: [[[Double]]]) -> Truncation? {
    let cuts = series.map { Truncation(average(over: $0)) }
    guard !cuts.isEmpty, cuts.allSatisfy({ $0 != nil }) else { return nil }
    return cuts.compactMap { $0 }.max { $0.batches < $1.batches }
  }

  /// The average over replications at every place of the series, as long as the shortest.
  public static func average(over replications: [[Double]]) -> [Double] {
    guard let length = replications.map(\.count).min() else { return [] }
    return (0..<length).map { t in
      replications.reduce(0) { $0 + $1[t] } / Double(replications.count)
    }
  }

  /// Welch's moving average, for the eye: the mean over 2w + 1 neighbors, fewer near the start.
  ///
  /// - Parameter window: w; at least 0. The last w places have no average.
  public static func movingAverage(_ series: [Double], window: Int) -> [Double] {
    precondition(window >= 0, "a window is not negative")
    guard series.count > window else { return [] }
    return (0..<series.count - window).map { i in
      let reach = min(i, window)
      return series[i - reach...i + reach].reduce(0, +) / Double(2 * reach + 1)
    }
  }
}
