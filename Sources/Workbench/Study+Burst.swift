internal import Fulfillment
internal import Reports

/// How long before and after the busiest hour a burst is shown [h].
private let burstReach = (before: 12, after: 60)
/// Bins of a burst at most.
private let burstBinsMaximum = 288

extension Study {
  /// The highest wave of orders of the run, as the means over the replications show it.
  func burst() -> BurstSummary? {
    let runs = strategies.indices.compactMap { point in
      hourly.of(point).map { (name: designPoints[point], series: $0) }
    }
    guard runs.count == strategies.count, let first = runs.first?.series else { return nil }
    let grid = first.grid
    let perHour = max(1, Int(3_600_000_000 / grid.width))
    let placed = grid.joined(first.placed.counts.map(Int64.init), by: perHour)
    guard let peak = placed.indices.max(by: { (placed[$0], $1) < (placed[$1], $0) }),
      placed[peak] > 0
    else { return nil }
    let hours = Double(grid.width) * Double(perHour) / 3.6e9
    let begin = max(0, peak - Int(Double(burstReach.before) / hours)) * perHour
    let end = min(
      grid.count, (peak + max(1, Int(Double(burstReach.after) / hours))) * perHour)
    guard end > begin + 1 else { return nil }
    let factor = max(1, (end - begin + burstBinsMaximum - 1) / burstBinsMaximum)
    let count = (end - begin) / factor
    let binHours = Double(grid.width) * Double(factor) / 3.6e9
    func sums(_ values: [Int64]) -> [Int64] {
      Array(
        grid.joined(Array(values[begin..<begin + count * factor]), by: factor).prefix(count))
    }
    return BurstSummary(
      starts: (0..<count).map {
        "\(model.local(grid.start(of: begin + $0 * factor), in: model.scenario.market.timeZone))"
      },
      binHours: binHours,
      placedPerHour: sums(first.placed.counts.map(Int64.init)).map {
        Double($0) / Double(first.replications) / binHours
      },
      courses: runs.map { name, series in
        // Integrals are in hundredths of a second.
        BurstSummary.Course(
          strategy: name,
          backlog: sums(series.backlog).map {
            Double($0) / 100 / 3600 / binHours / Double(series.replications)
          })
      })
  }
}
