/// Equal bins over the window, the last one cut where the window ends.
public struct SeriesGrid: Sendable, Hashable {
  /// Start and end of the window, and length of a bin [µs since the epoch, µs].
  public var start: Int64
  public var end: Int64
  public var width: Int64
  public var count: Int

  /// Bins at most: two weeks of five minutes, half a year of hours.
  static let countMaximum = 4032

  init(_ clock: RunClock, atLeast minimum: Int64 = 0) {
    start = clock.warmUpEnd
    end = clock.windowEnd
    let minute: Int64 = 60_000_000
    let widths = [1, 5, 15, 60, 120, 240, 720, 1440].map { $0 * minute }.filter { $0 >= minimum }
    let window = max(1, end - start)
    let limit = Int64(SeriesGrid.countMaximum)
    // Beyond the longest of them, as many whole days as it takes.
    let days = (window / (1440 * minute) + limit) / limit
    width = widths.first { (window + $0 - 1) / $0 <= limit } ?? days * 1440 * minute
    count = Int((window + width - 1) / width)
  }

  /// Where a bin begins [µs since the epoch].
  public func start(of bin: Int) -> Int64 { start + Int64(bin) * width }

  /// Where a bin ends [µs since the epoch].
  public func end(of bin: Int) -> Int64 { min(end, start + Int64(bin + 1) * width) }

  /// Length of a bin in the ticks in which runs count [0.01 s].
  func ticks(of bin: Int) -> Int64 {
    StageTimes.tick(end(of: bin)) - StageTimes.tick(start(of: bin))
  }
}

/// When things of one kind happened: exact counts, and exact times within the bins.
public struct FlowSeries: Sendable, Hashable {
  /// What happened before the window.
  public var before = 0
  /// How often it happened in each bin [bins].
  public var counts: [Int]
  /// Time from each happening to the end of its bin, summed [0.01 s; bins].
  public var residuals: [Int64]

  init(bins: Int) {
    counts = [Int](repeating: 0, count: bins)
    residuals = [Int64](repeating: 0, count: bins)
  }
}

extension SeriesGrid {
  /// Integral over each bin of how many have entered and not left [0.01 s; bins].
  public func integrals(of entered: FlowSeries, less left: [FlowSeries]) -> [Int64] {
    var level = Int64(entered.before)
    for flow in left { level -= Int64(flow.before) }
    return (0..<count).map { bin in
      var sum = level * ticks(of: bin) + entered.residuals[bin]
      level += Int64(entered.counts[bin])
      for flow in left {
        sum -= flow.residuals[bin]
        level -= Int64(flow.counts[bin])
      }
      return sum
    }
  }

  /// A series in bins this many times as wide: sums of neighbors.
  public func joined(_ values: [Int64], by factor: Int) -> [Int64] {
    var sums = [Int64](repeating: 0, count: (values.count + factor - 1) / factor)
    for (index, value) in values.enumerated() { sums[index / factor] += value }
    return sums
  }
}
