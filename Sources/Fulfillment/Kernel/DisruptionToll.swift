internal import Quantities

/// What one disruption did in a replication, over the times that it began in the window.
public struct DisruptionToll: Sendable, Hashable {
  public var incidents = 0
  /// Those because of which a promise was broken.
  public var harmful = 0
  /// From the beginning to the first promise broken, summed over the harmful ones [µs].
  public var timeToSurvive: Int64 = 0
  /// From the beginning until for a day no more orders are open than without disruptions, summed [µs].
  public var timeToRecover: Int64 = 0

  public init() {}
}

extension Outcome {
  /// Holds a run against its twin without disruptions.
  mutating func assess(_ disruption: DisruptionState, against calm: Outcome) {
    calmCost = calm.ledger.costToServe
    let grid = series.grid
    let excess = OpenExcess(series, calm.series)
    tolls = zip(disruption.incidents, disruption.firstHarm).map { incidents, harm in
      var toll = DisruptionToll()
      for (number, (incident, first)) in zip(incidents, harm).enumerated()
      where incident.start >= grid.start && incident.start < grid.end {
        let next = number + 1 < incidents.count ? incidents[number + 1].start : grid.end
        toll.incidents += 1
        if first < .max {
          toll.harmful += 1
          toll.timeToSurvive += first - incident.start
        }
        toll.timeToRecover += excess.recovery(from: incident, until: min(next, grid.end))
      }
      return toll
    }
  }
}

/// Where more orders are open than in the twin: by more than 1 % and more than one order.
private struct OpenExcess {
  let grid: SeriesGrid
  let isAbove: [Bool]

  init(_ series: RunSeries, _ calm: RunSeries) {
    grid = series.grid
    isAbove = zip(series.open, calm.open).enumerated().map { bin, open in
      open.0 > open.1 + open.1 / 100 + series.grid.ticks(of: bin)
    }
  }

  /// Time from an incident's beginning until, for a day, nothing is to be seen of it [µs]; 0 if nothing ever
  /// is; until the end of the window, or the next incident, if it still is.
  ///
  /// - Parameter limit: Where the next one begins, or the window ends [µs since the epoch].
  func recovery(from incident: Incident, until limit: Int64) -> Int64 {
    let first = Int((incident.start - grid.start) / grid.width)
    let last = min(grid.count, Int((limit - grid.start + grid.width - 1) / grid.width))
    guard first < last, var bin = isAbove[first..<last].firstIndex(of: true) else { return 0 }
    let day = max(1, Int(86_400_000_000 / grid.width))
    var calm = 0
    var end = bin
    while bin < last, calm < day {
      calm = isAbove[bin] ? 0 : calm + 1
      if calm == 0 { end = bin + 1 }
      bin += 1
    }
    // Not before it is over itself, and not after all that is looked at.
    let back = end < last ? grid.start(of: end) : limit
    return max(min(incident.end, limit), back) - incident.start
  }
}
