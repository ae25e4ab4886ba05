/// The highest wave of orders and how long it takes to get rid of it.
///
/// Backlog is orders that have not left their origin. It has drained when it is back at its average over the
/// window; what has not at the end counts until then.
enum BurstDrain: KPI {
  static func measures(on network: Network) -> [Measure] {
    [
      Measure("burst.orders_per_minute", unit: "1/min"),
      Measure("burst.backlog", unit: "orders", goal: .lower),
      Measure("burst.drain_hours", unit: "h", goal: .lower),
    ]
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let (peak, drain) = outcome.series.burst
    return [
      .count(outcome.ordersPerMinuteMaximum), .ratio(peak, over: 1), .ratio(drain, over: 1),
    ]
  }
}

extension RunSeries {
  /// Highest mean backlog of a bin [orders], and the time until it is back at its average [h].
  public var burst: (backlog: Double, drainHours: Double) {
    let backlog = backlog
    let levels = backlog.indices.map { Double(backlog[$0]) / Double(max(1, grid.ticks(of: $0))) }
    guard let peak = levels.indices.max(by: { levels[$0] < levels[$1] }) else { return (0, 0) }
    let window = (0..<grid.count).reduce(Int64(0)) { $0 + grid.ticks(of: $1) }
    let average = Double(backlog.reduce(0, +)) / Double(max(1, window))
    let end = levels[peak...].firstIndex { $0 <= average } ?? levels.count
    let drained = end < levels.count ? grid.start(of: end) : grid.end
    return (levels[peak], Double(drained - grid.start(of: peak)) / 3.6e9)
  }
}
