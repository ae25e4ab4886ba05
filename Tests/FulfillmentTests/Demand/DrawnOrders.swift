import RandomVariates
import Testing

@testable import Fulfillment

/// An order as its source of demand gives it.
struct DrawnOrder: Hashable {
  var number: UInt64
  /// [µs since the epoch]
  var epoch: Int64
  var zone: Int
  var seller: Int
  var skus: [Int]
  var units: [Int]

  var hours: Double { Double(epoch) / 3.6e9 }
}

extension Model {
  /// Orders of one source of demand in one replication, in the sequence in which they come.
  func orders(of source: Int = 0, replication: Int = 0, seed: UInt64 = 7) -> [DrawnOrder] {
    let tables = networks[0].tables
    let stream = tables.sources[source].makeSource(
      index: source, run: RunSeed(seed: seed, replication: replication))
    var draft = OrderDraft()
    var orders: [DrawnOrder] = []
    while stream.epoch < tables.clock.windowEnd {
      stream.describe(&draft)
      let lines = (0..<draft.lineCount).map { draft.lines[$0] }
      orders.append(
        DrawnOrder(
          number: stream.number, epoch: stream.epoch, zone: Int(draft.zone),
          seller: Int(draft.seller), skus: lines.map { Int($0.sku) },
          units: lines.map { Int($0.units) }))
      stream.advance()
    }
    return orders
  }

  /// One zone, one shop that delivers at once, and the sources of demand given.
  init(
    demand: String, window: String = "7 d", market: String = "",
    sellers: String = "{shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 3}}",
    strategies: String = "", start: String = "2026-11-02"
  ) throws {
    let desk = """
          facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: desk, last_mile: door}]
          sourcing: [{from: desk}]
      """
    try self.init(
      text: """
        name: drawn
        experiment: {start: \(start), window: \(window), drain: 10 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: \(sellers)
          demand: \(demand)
          \(market)
        strategies:
          desk:
        \(desk)
        \(strategies)
        """)
  }
}

/// Mean and variance of counts and how many standard errors they are off.
struct Counts {
  let count: Double
  let mean: Double
  let variance: Double

  init(_ values: [Int]) {
    count = Double(values.count)
    let sum = Double(values.reduce(0, +))
    let average = sum / Double(values.count)
    mean = average
    variance =
      values.reduce(0.0) { $0 + (Double($1) - average) * (Double($1) - average) }
      / Double(values.count - 1)
  }

  func meanScore(_ expected: Double) -> Double {
    (mean - expected) / (variance / count).squareRoot()
  }

  /// By the standard error that the variance of nearly normal counts has.
  func varianceScore(_ expected: Double) -> Double {
    (variance - expected) / (expected * (2 / (count - 1)).squareRoot())
  }
}
