import Diagnostics
import Quantities
import RandomVariates
import ScenarioFile
import Testing

@testable import Fulfillment

/// Disruptions on deterministic systems, computed by hand.
@Suite struct DisruptionTests {
  private let minute: Int64 = 60_000_000

  /// A desk with deterministic work, a middle and a door; orders are scripted.
  private func lives(
    _ disruptions: String, desk: String = "handling: {time: 10 min, servers: 1}",
    middle: String = "", door: String = "transit: 1 h", promise: String = "3 h",
    orders: [Int64]
  ) throws -> (outcome: Outcome, traces: [OrderTrace]) {
    let model = try Model(
      text: """
        name: trouble
        experiment: {start: 2026-11-02, window: 7 d, drain: 30 d}
        market:
          geometry: plane
          promise: {within: \(promise)}
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: thing, price: 10 USD, margin: 30 %}]}}
          demand: {clicks: {kind: shelf, seller: shop, rate: 10 orders/day}}
        strategies:
          it:
            facilities:
              desk: {kind: seller_site, \(desk)}
              \(middle.isEmpty ? "" : "middle: \(middle)")
            lanes: [\(middle.isEmpty ? "" : "{from: desk, to: middle, time: 1 h, mode: truck}")]
            last_mile: {door: {kind: parcel_carrier, \(door)}}
            paths: [{from: desk, via: [\(middle.isEmpty ? "" : "middle")], last_mile: door}]
            sourcing: [{from: desk}]
        disruptions:
          trouble: {\(disruptions)}
        """)
    var tables = model.networks[0].tables
    tables.sources = [ScriptedOrders(orders: orders.map { .init(at: $0 * minute) })]
    tables.calmSources = tables.sources
    let (outcome, recorder) = Network(tables).simulate(
      RunSeed(seed: 1, replication: 0), TraceRecorder(.all))
    #expect(outcome.violations == [])
    return (outcome, recorder.records.map { OrderTrace($0, of: tables) })
  }

  /// When orders are at the door [min since Monday 00:00].
  private func doors(_ traces: [OrderTrace]) -> [Int64?] {
    traces.map {
      if case .delivered(let at, _) = $0.end { return at / minute }
      return nil
    }
  }

  @Test func `in an outage work in progress is finished, nobody begins and nothing leaves`() throws
  {
    // 08:00, 08:05, 08:20; out from 08:12 to 09:00.
    let (outcome, traces) = try lives(
      "kind: facility_outage, at: [desk], start: 2026-11-02T08:12, duration: 48 min",
      orders: [480, 485, 500])
    // Worked until 08:10; until 08:20, leaves at 09:00; begins at 09:00.
    #expect(doors(traces) == [550, 600, 610])
    #expect(outcome.lateCauses.reduce(0, +) == 0)
  }

  @Test func `of half of four servers two are left, and who works finishes`() throws {
    let (_, traces) = try lives(
      "kind: capacity_loss, share: 50 %, at: [desk], start: 2026-11-02T08:15, duration: 20 min",
      desk: "handling: {time: 10 min, servers: 4}", orders: [Int64](repeating: 480, count: 20))
    // Begun at 08:00 and 08:10 by four, 08:20 and 08:30 by two, 08:35 by two who are back, then in turn.
    let begun: [Int64] = [
      0, 0, 0, 0, 10, 10, 10, 10, 20, 20, 30, 30, 35, 35, 40, 40, 45, 45, 50, 50,
    ]
    #expect(doors(traces) == begun.map { 480 + $0 + 70 })
  }

  @Test func `customs takes a multiple of the time of what begins while it is slow`() throws {
    let (_, traces) = try lives(
      "kind: customs_slowdown, factor: 3, start: 2026-11-02T10:00, duration: 2 h",
      middle: "{kind: customs, clusters: 1, clearing: {time: 0 s}, processing: 2 h}",
      orders: [480, 540, 660])
    // Work 10 min, lane 1 h, customs at 09:10, 10:10 and 12:10: 2 h, 6 h, 2 h; transit 1 h.
    #expect(doors(traces) == [730, 1030, 910])
  }

  @Test func `dated processing in hours is slowed and stands still while customs is shut`() throws {
    // In the first week 6 h from 08:00 to 18:00 by a dated row; work 10 min, lane 1 h: customs at 16:00.
    let middle = """
      {kind: customs, clusters: 1, clearing: {time: 0 s}, processing: 1 h, hours: "08:00-18:00", \
      clearances: [{until: 2026-11-09, processing: 6 h}]}
      """
    let shut = "at: [middle], start: 2026-11-02T"
    for (disruption, hour) in [
      // Two hours on Monday, four on Tuesday.
      ("kind: facility_outage, \(shut)02:00, duration: 1 h", 12),
      // Shut in the night and an hour of the morning; two hours at midday; the last hour of Monday.
      ("kind: facility_outage, \(shut)18:00, duration: 15 h", 13),
      ("kind: facility_outage, at: [middle], start: 2026-11-03T10:00, duration: 2 h", 14),
      ("kind: facility_outage, \(shut)17:00, duration: 2 h", 13),
      // Twelve hours from Monday 16:00.
      ("kind: customs_slowdown, factor: 2, \(shut)12:00, duration: 6 h", 18),
    ] {
      let (_, traces) = try lives(disruption, middle: middle, orders: [14 * 60 + 50])
      // Transit takes an hour.
      #expect(doors(traces) == [Int64(24 + hour + 1) * 60], "\(disruption)")
    }
  }

  @Test func `in a strike nothing is picked up and what is under way stands still`() throws {
    let strike = "kind: carrier_strike, last_mile: [door], start: 2026-11-02T12:00, duration: 24 h"
    let (_, moving) = try lives(strike, door: "transit: 10 h", orders: [470])
    // On its way from 08:00; four hours by noon, six more from noon the next day.
    #expect(doors(moving) == [480 + 600 + 1440])
    let (_, waiting) = try lives(
      strike, door: "transit: 1 h, pickup: {at: [\"09:00\", \"17:00\"]}", orders: [490, 700])
    // 08:20 leaves at 09:00; 11:50 would leave at 17:00 and leaves at 17:00 the next day.
    #expect(doors(waiting) == [600, 1440 + 17 * 60 + 60])
  }

  @Test func `lost units are written off at cost and ordered again`() throws {
    let (outcome, _) = try lives(
      "kind: stock_loss, share: 40 %, at: [desk], start: 2026-11-02T08:12",
      desk:
        "handling: {time: 0 s}, stock: {replenishment: {kind: base_stock, level: 100}, lead_time: 1 d}",
      orders: [480])
    // One of 100 is sold: 99 on hand, of which 39.6 are lost: 39 or 40, 7 USD each.
    #expect((39...40).contains(outcome.unitsLost))
    #expect(outcome.ledger.total(.writeOff).micros == Int64(outcome.unitsLost) * 7_000_000)
  }

  /// An order every 20 minutes, 10 minutes of work, an hour of transit, 3 hours promised; out from 08:00 to
  /// 12:00.
  @Test func `time to survive and time to recover of an outage are those computed by hand`() throws
  {
    let orders = (0..<144).map { Int64($0 * 20) }
    let (outcome, traces) = try lives(
      "kind: facility_outage, at: [desk], start: 2026-11-02T08:00, duration: 4 h", orders: orders)
    let toll = outcome.tolls[0]
    // The order of 07:40 has left at 07:50; that of 08:00 waits, and its promise ends at 11:00.
    #expect(toll.incidents == 1 && toll.harmful == 1)
    #expect(toll.timeToSurvive == 180 * minute)
    // From 12:00 one is done every 10 minutes: the n-th since 08:00 at 12:00 + 10 n, placed at 08:00 + 20 n:
    // late while 4 h - 10 n + 10 min + 1 h > 3 h, that is for n = 0 ... 12.
    let late = traces.filter(\.isLate)
    #expect(late.map(\.placed) == (0...12).map { (480 + 20 * $0) * minute })
    #expect(late.allSatisfy { $0.cause == .disruption })
    #expect(outcome.lateCauses[Int(LateCause.disruption.rawValue)] == 13)
    // The queue is gone when 12:00 + 10 n = 08:00 + 20 n, n = 24, at 16:00; an hour later the last of those
    // that waited are at the door. 3.5 orders are usually open, so that "one more" ends 20 minutes before.
    let recovered = toll.timeToRecover / minute
    #expect((8 * 60...9 * 60).contains(Int(recovered)), "\(recovered) min")
    #expect(outcome.calmCost == .zero || outcome.ledger.costToServe >= .zero)
  }

  @Test func `random disruptions are down for their share of the time`() throws {
    let model = try GeneratedScenario(seed: 2).model()
    let market = try #require(MarketModel(model.scenario, DiagnosticSink()))
    var kind = FacilityOutage()
    kind.timing.every = 30 * 3600
    kind.timing.duration = try .exponential(mean: 10 * 3600)
    var law = IncidentLaw(Named("random", kind as any DisruptionKind), market)
    law.limit = 400 * 86_400_000_000
    var cycles: [Double] = []
    var downs: [Double] = []
    for replication in 0..<40 {
      let incidents = law.incidents(RunSeed(seed: 1, replication: replication))
      for (first, second) in zip(incidents, incidents.dropFirst()) {
        cycles.append(Double(second.start - first.start) / 3.6e9)
        downs.append(Double(first.end - first.start) / 3.6e9)
      }
      #expect(zip(incidents, incidents.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
    // Ratio of means 10 / 40; its error by the delta method.
    let n = Double(cycles.count)
    let share = downs.reduce(0, +) / cycles.reduce(0, +)
    let residuals = zip(downs, cycles).map { $0 - 0.25 * $1 }
    let error = (residuals.reduce(0) { $0 + $1 * $1 } / n).squareRoot() / 40 / n.squareRoot()
    #expect(n > 5000 && abs(share - 0.25) < 4 * error)
  }
}
