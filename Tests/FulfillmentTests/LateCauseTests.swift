import Fulfillment
import Quantities
import Testing

/// Late orders and their causes, where only one thing can go wrong or the cause can be told by hand.
@Suite struct LateCauseTests {
  private func model(
    _ desk: String, middle: String = "", lane: String = "", via: String = "",
    door: String = "transit: 1 h", promise: String = "10 h", rate: Int = 40
  ) throws -> Model {
    try Model(
      text: """
        name: late
        experiment: {start: 2026-11-02, window: 20 d, drain: 60 d}
        market:
          geometry: plane
          promise: {within: \(promise)}
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: \(rate) orders/day}}
        strategies:
          only:
            facilities:
              desk: {kind: seller_site, \(desk)}
              \(middle)
            lanes: [\(lane)]
            last_mile: {door: {kind: parcel_carrier, \(door)}}
            paths: [{from: desk, via: [\(via)], last_mile: door}]
            sourcing: [{from: desk}]
        """)
  }

  private func causes(_ model: Model) -> [String: Int] {
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 3, replication: 0))
    #expect(outcome.violations == [])
    #expect(outcome.lateCauses.reduce(0, +) == outcome.ordersPlaced - outcome.ordersOnTime)
    var found: [String: Int] = [:]
    for (cause, count) in zip(LateCause.allCases, outcome.lateCauses) where count > 0 {
      found[cause.name] = count
    }
    return found
  }

  @Test func `where only one thing goes wrong it is the cause of every late order`() throws {
    let rare = "\"discrete(values: [1 h, 30 h], weights: [9, 1])\""
    let none = "handling: {time: 0 s}"
    let stock = "stock: {replenishment: {kind: base_stock, level: 60}, lead_time: 2 d}"
    let toHub = "{from: desk, to: hub, mode: truck, time: %}"
    let cases: [(String, Model)] = [
      ("stock_out", try model("\(none), \(stock)")),
      ("queue", try model("handling: {time: 33 min, servers: 1}")),
      ("work", try model("handling: {time: \(rare), servers: 10000}")),
      (
        "linehaul",
        try model(
          none, middle: "hub: {kind: sort_center, clusters: 1, sort: {time: 0 s}}",
          lane: toHub.replacing("%", with: rare), via: "hub")
      ),
      (
        "customs",
        try model(
          none,
          middle:
            "hub: {kind: customs, clusters: 1, clearing: {time: 0 s}, processing: 1 h, hold_probability: 5 %, hold: 30 h}",
          lane: toHub.replacing("%", with: "1 h"), via: "hub")
      ),
      ("last_mile", try model(none, door: "transit: \(rare)")),
      (
        "not_delivered",
        try model("\(none), \(stock)", door: "transit: 70 d, moves: \"mon-fri 09:00-17:00\"")
      ),
    ]
    for (name, model) in cases {
      let found = causes(model)
      #expect(found.keys.sorted() == [name], "\(found)")
    }
  }

  /// A pickup at 17:00, two hours of dwell: who clicks from 15:00 on has missed it, who clicks after it has
  /// not; both wait until the next day.
  @Test func `a cut-off is missed by who clicked before the departure and was ready after it`()
    throws
  {
    let model = try model(
      "handling: {time: 2 h, servers: 10000}",
      door: "transit: 1 min, pickup: {at: [\"17:00\"], cut_off: 30 min}",
      promise: "16 h")
    let (outcome, traces, _) = model.traces(strategy: 0, RunSeed(seed: 3, replication: 0))
    var counts: [LateCause: Int] = [:]
    let hour: Int64 = 3_600_000_000
    for trace in traces {
      let time = trace.placed % (24 * hour)
      // Ready two hours later, at the dock by 16:30.
      let leavesSameDay = time + 2 * hour <= 33 * hour / 2
      let waits = 17 * hour - time + (leavesSameDay ? 0 : 24 * hour)
      guard waits + 60_000_000 > 16 * hour else {
        #expect(!trace.isLate)
        continue
      }
      let missed = !leavesSameDay && time <= 33 * hour / 2
      #expect(trace.cause == (missed ? .missedCutOff : .departure), "\(time / hour) h")
      counts[trace.cause!, default: 0] += 1
    }
    #expect(counts[.missedCutOff]! > 30 && counts[.departure]! > 100)
    for (cause, count) in counts { #expect(outcome.lateCauses[Int(cause.rawValue)] == count) }
  }

  /// The way takes a day of transit and none of anything else: against a promise of 12 hours all are late by
  /// transit, even where the queue took four hours.
  @Test func `a promise too short for the way makes the way the cause`() throws {
    let model = try model(
      "handling: {time: 1 min, hours: \"04:00-24:00\", servers: 100}", door: "transit: 24 h",
      promise: "12 h")
    #expect(causes(model).keys.sorted() == ["last_mile"])
  }
}
