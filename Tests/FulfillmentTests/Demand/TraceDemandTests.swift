import Testing

@testable import Fulfillment

@Suite struct TraceDemandTests {
  static let rows = [
    "{time: 2026-11-03T10:00, zone: zone, sku: cup, quantity: 2, order: A1}",
    "{time: 2026-11-02T09:30:15, zone: zone, sku: pot}",
    "{time: 2026-11-03T10:00, zone: zone, sku: pot, order: A1}",
    "{time: 2026-11-02T23:59+01:00, zone: zone, sku: cup, quantity: 7}",
    "{time: 2026-11-09, zone: zone, sku: cup}",
  ]
  static let shop = """
    {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: cup}, {name: pot}]}}
    """

  private func model(
    _ rows: [String], market: String = "", sellers: String = shop, strategies: String = ""
  ) throws -> Model {
    try Model(
      demand: "{file: {kind: trace, orders: [\(rows.joined(separator: ", "))]}}", market: market,
      sellers: sellers, strategies: strategies)
  }

  @Test func `rows become the orders that were written, in time order`() throws {
    let model = try model(Self.rows)
    let expected: [(seconds: Int64, skus: [Int], units: [Int])] = [
      (9 * 3600 + 30 * 60 + 15, [1], [1]), (22 * 3600 + 59 * 60, [0], [7]),
      (34 * 3600, [0, 1], [2, 1]),
    ]
    for replication in 0...1 {
      let orders = model.orders(replication: replication)
      #expect(orders.map(\.epoch) == expected.map { $0.seconds * 1_000_000 })
      #expect(orders.map(\.skus) == expected.map(\.skus))
      #expect(orders.map(\.units) == expected.map(\.units))
    }
    // The last row lies on the first midnight after the window of seven days.
    #expect(abs(model.expectedOrders - 3) < 1e-12)
  }

  @Test func `the sequence of rows does not matter`() throws {
    let orders = try model(Self.rows).orders()
    #expect(try model(Self.rows.reversed()).orders() == orders)
    #expect(try model(Array(Self.rows[2...] + Self.rows[..<2])).orders() == orders)
  }

  @Test func `a scale takes orders as often, whole and by a draw`() throws {
    let rows = (0..<20).map {
      "{time: 2026-11-02T\(10 + $0 / 10):\(10 + $0 % 10), zone: zone, sku: cup}"
    }
    let model = try model(rows, market: "scale: 2.25")
    let runs = (0..<500).map { model.orders(replication: $0) }
    // Binomial besides 40 for sure.
    let counts = Counts(runs.map(\.count))
    #expect(abs(counts.meanScore(45)) < 4)
    #expect(abs(counts.varianceScore(20 * 0.25 * 0.75)) < 4)
    #expect(runs.allSatisfy { Set($0.map(\.number)).count == $0.count })
    #expect(runs.allSatisfy { Set($0.map(\.epoch)).count == 20 })
    #expect(abs(model.expectedOrders - 45) < 1e-9)
  }

  @Test func `rows name individual sellers and their SKUs`() throws {
    let model = try model(
      [
        "{time: 2026-11-02T01:00, zone: zone, seller: shop-2, sku: SKU3}",
        "{time: 2026-11-02T02:00, zone: zone, seller: shop-1, sku: shop-1.SKU1}",
      ], sellers: "{shop: {count: 2, places: [{name: home, x: 0 km, y: 0 km}], skus: 3}}")
    let orders = model.orders()
    #expect(orders.map(\.seller) == [1, 0])
    #expect(orders.map(\.skus) == [[5], [0]])
  }

  @Test func `every strategy meets the same orders`() throws {
    let model = try model(
      Self.rows,
      strategies: """
          slow:
            facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
            last_mile: {door: {kind: parcel_carrier, transit: 3 h}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    let outcomes = (0...1).map {
      model.replicate(strategy: $0, RunSeed(seed: 1, replication: 4))
    }
    #expect(outcomes.map(\.ordersDelivered) == [3, 3])
    #expect(outcomes.map(\.unitsDelivered) == [11, 11])
    // Three hours more for each of the three [0.01 s].
    #expect(outcomes[1].clickToDoorTicks - outcomes[0].clickToDoorTicks == 3 * 3 * 360_000)
  }
}
