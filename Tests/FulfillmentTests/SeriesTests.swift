import Fulfillment
import Quantities
import Testing

/// Series over time against sums over orders.
@Suite struct SeriesTests {
  #if DEBUG
    static let seeds: Range<UInt64> = 1..<9
  #else
    static let seeds: Range<UInt64> = 1..<81
  #endif

  @Test(arguments: seeds)
  func `backlog and open orders over time are the times of the orders`(seed: UInt64) throws {
    let model = try GeneratedScenario(seed: seed).model()
    for strategy in model.networks.indices {
      let run = RunSeed(seed: seed, replication: 0)
      let outcome = model.replicate(strategy: strategy, run)
      let series = outcome.series
      #expect(series.open.reduce(0, +) == outcome.openTicks, "seed \(seed)")
      #expect(series.placed.counts.reduce(0, +) == outcome.ordersPlaced)
      let days = series.grid.joined(
        series.delivered.counts.map(Int64.init), by: max(1, Int(86_400_000_000 / series.grid.width))
      )
      #expect(Int(days.reduce(0, +)) >= outcome.deliveredPerDay.reduce(0, +))
      #expect(zip(series.open, series.backlog).allSatisfy { $0 >= $1 && $1 >= 0 })
      // The work of all processes, cut into hours, is their work.
      let names = model.networks[strategy].measures.map(\.name)
      #expect(names.contains { $0.hasPrefix("utilization.") } || series.busy.isEmpty)
      #expect(series.busy.reduce(0, +) == (outcome.busyTime + outcome.outTime).reduce(0, +))
      #expect(series.staffed.reduce(0, +) == (outcome.staffedTime + outcome.fleetTime).reduce(0, +))
      #expect(series.queue.reduce(0, +) == outcome.queueTime.reduce(0, +))
      var sum = series
      sum.add(series)
      #expect(sum.open.reduce(0, +) == 2 * outcome.openTicks && sum.replications == 2)
    }
  }

  /// Work takes a minute and begins at 06:00 with one server: orders of the night are a backlog that is known.
  @Test func `the backlog of a closed night grows to the orders of the night`() throws {
    let model = try Model(
      text: """
        name: night
        experiment: {start: 2026-11-02, window: 2 d, drain: 5 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 240 orders/day}}
        strategies:
          only:
            facilities: {desk: {kind: seller_site, handling: {time: 1 min, servers: 1, hours: "06:00-24:00"}}}
            last_mile: {door: {kind: parcel_carrier, transit: 2 d}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    let (outcome, traces, _) = model.traces(strategy: 0, RunSeed(seed: 9, replication: 0))
    let series = outcome.series
    #expect(series.grid.width == 60_000_000 && series.grid.count == 2880)
    // Minute by minute, by hand: placed before the minute ends and not shipped when it begins.
    let backlog = series.backlog
    for minute in stride(from: 0, to: 2880, by: 7) {
      let (start, end) = (series.grid.start(of: minute), series.grid.end(of: minute))
      var ticks: Int64 = 0
      for trace in traces {
        guard case .delivered(_, let shipped) = trace.end else { continue }
        let (first, last) = (max(start, trace.placed), min(end, shipped))
        if last > first { ticks += (last + 5000) / 10_000 - (first + 5000) / 10_000 }
      }
      #expect(backlog[minute] == ticks, "minute \(minute)")
    }
    let night = traces.count { $0.placed < 6 * 3_600_000_000 }
    let (peak, drain) = series.burst
    #expect(peak > Double(night) - 3 && night > 40)
    #expect(drain > 0.2 && drain < 2)
    let desk = series.busy
    #expect(desk[0..<6].allSatisfy { $0 == 0 } && desk[6] == 3_600_000_000)
  }
}
