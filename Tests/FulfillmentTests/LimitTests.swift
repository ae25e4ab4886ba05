import Fulfillment
import Testing

/// Figures that outgrow small integers.
@Suite struct LimitTests {
  private func model(handling: String, stock: String = "", demand: String) throws -> Model {
    try Model(
      text: """
        name: limits
        experiment: {start: 2026-11-02, window: 365 d, drain: 60 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, \(demand)}}
        strategies:
          desk:
            facilities: {desk: {kind: seller_site, handling: \(handling)\(stock)}}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
  }

  @Test func `work per unit is drawn for every unit of a large order`() throws {
    let model = try model(
      handling: "{per: unit, time: 100 ms}", demand: "rate: 0.1 orders/day, lines: 10, units: 10000"
    )
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 1, replication: 0))
    let work = try #require(Stage.allCases.firstIndex(of: .work))
    #expect(outcome.violations == [])
    #expect(outcome.ordersDelivered > 10)
    // 10,000 s for each order of 100,000 units [0.01 s].
    #expect(outcome.stageTicks[work] == Int64(outcome.ordersDelivered) * 1_000_000)
  }

  @Test func `half a million units on hand for a year are not too many`() throws {
    let model = try model(
      handling: "{time: 0 min}",
      stock: ", stock: {replenishment: {kind: base_stock, level: 500000}, lead_time: 1 d}",
      demand: "rate: 10 orders/day")
    let network = model.networks[0]
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 1, replication: 0))
    let index = try #require(network.measures.firstIndex { $0.name.hasPrefix("on_hand.") })
    guard case .ratio(let onHand, _) = network.values(of: outcome)[index] else {
      Issue.record("units on hand are no ratio")
      return
    }
    // Ten units are on order on average.
    #expect(abs(onHand - 499_990) < 2)
  }
}
