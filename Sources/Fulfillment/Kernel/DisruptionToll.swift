internal import Quantities

/// What one disruption did in a replication, over the times that it began in the window.
public struct DisruptionToll: Sendable, Hashable {
  public var incidents = 0
  /// Those because of which a promise was broken.
  public var harmful = 0
  /// From the beginning to the first promise broken, summed over the harmful ones [µs].
  public var timeToSurvive: Int64 = 0
  /// From the beginning until no more orders are open than without disruptions, summed [µs].
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
      for (incident, first) in zip(incidents, harm)
      where incident.start >= grid.start && incident.start < grid.end {
        toll.incidents += 1
        if first < .max {
          toll.harmful += 1
          toll.timeToSurvive += first - incident.start
        }
        toll.timeToRecover += excess.recovery(from: incident)
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

  /// Time from an incident's beginning until nothing is to be seen of it [µs]; 0 if nothing ever was while
  /// it lasted; until the end of the window if it still is.
  func recovery(from incident: Incident) -> Int64 {
    let first = Int((incident.start - grid.start) / grid.width)
    let end = min(incident.end, grid.end)
    let last = min(grid.count - 1, Int((end - grid.start) / grid.width))
    guard isAbove[first...last].contains(true) else { return 0 }
    let back = isAbove[last...].firstIndex(of: false)
    return max(end, back.map { grid.start(of: $0) } ?? grid.end) - incident.start
  }
}
