import Testing

@testable import Fulfillment

@Suite struct ListingTests {
  private func model(_ listing: String, demand: String, units: Int) throws -> Model {
    try Model(
      text: """
        name: listing
        experiment: {start: 2026-11-02, window: 2 d, drain: 1 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: cup}]}}
          demand: \(demand)
        strategies:
          desk:
            listing: \(listing)
            facilities:
              desk:
                kind: seller_site
                handling: {time: 0 min}
                stock: {replenishment: {kind: base_stock, level: \(units)}, lead_time: 30 d}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
            shortage: lost
        """)
  }

  @Test func `a channel sells what it shows and no more`() throws {
    let rows = (1...6).map { "{time: 2026-11-02T0\($0):00, zone: zone, sku: cup, quantity: 2}" }
    let model = try model(
      "{interval: 7 d, buffer: 3}",
      demand: "{file: {kind: trace, orders: [\(rows.joined(separator: ", "))]}}", units: 10)
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 1, replication: 0))
    // Seven are shown: three orders of two.
    #expect(outcome.ordersPlaced == 3)
    #expect(outcome.ordersSoldOut == 3)
    #expect(outcome.ordersOversold == 0)
    #expect(outcome.ordersPotential == 6)
    #expect(outcome.violations == [])
  }

  @Test(arguments: [("1 min", 0), ("240 min", 0), ("240 min", 6), ("2000 min", 0)])
  func `two channels oversell as the rule says, order by order`(interval: String, buffer: Int)
    throws
  {
    let model = try model(
      "{interval: \(interval), buffer: \(buffer)}",
      demand: """
        {web: {kind: shelf, seller: shop, rate: 40 orders/day, profile: flat}, \
        air: {kind: broadcast, seller: shop, viewers: 1000, conversion: 3 %, units: 2}}
        """, units: 60)
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 3, replication: 0))
    // The same by hand: stock on hand, what each channel shows, updates from the start on.
    let orders = (0...1).flatMap { source in
      model.orders(of: source, seed: 3).map { (source: source, order: $0) }
    }.sorted { $0.order.epoch < $1.order.epoch }
    let step = try #require(Int64(interval.prefix { $0 != " " })) * 60_000_000
    var (onHand, shown, update) = (60, [0, 0], Int64(0))
    var (placed, soldOut, oversold, delivered) = (0, 0, 0, 0)
    for (source, order) in orders {
      while update <= order.epoch {
        shown = [onHand - buffer, onHand - buffer].map { max(0, $0) }
        update += step
      }
      guard shown[source] >= order.units[0] else {
        soldOut += 1
        continue
      }
      shown[source] -= order.units[0]
      placed += 1
      if onHand < order.units[0] {
        oversold += 1
      } else {
        onHand -= order.units[0]
        delivered += 1
      }
    }
    #expect(outcome.ordersPlaced == placed)
    #expect(outcome.ordersSoldOut == soldOut)
    #expect(outcome.ordersOversold == oversold)
    #expect(outcome.ordersLost == oversold)
    #expect(outcome.ordersDelivered == delivered)
    #expect(outcome.violations == [])
    if interval == "2000 min" { #expect(oversold > 5) }
    if interval == "1 min" { #expect(oversold <= 1) }
  }
}
