import Foundation
import Testing

@testable import Fulfillment

@Suite struct LiveSessionsTests {
  @Test func `a broadcast's orders are Poisson in every fifth of every slot`() throws {
    // Five slots of 12 minutes; 100 orders expected, half of a slot's in its first fifth.
    let model = try Model(
      demand: """
        {air: {kind: broadcast, seller: shop, start: "01:00", duration: 1 h, slot: 12 min, \
        early: 50 %, viewers: 1000, conversion: 10 %}}
        """, window: "1 d")
    let runs = (0..<1500).map { model.orders(replication: $0) }
    let decay = try #require(
      stride(from: 0.01, to: 20, by: 0.0001).first { (1 - exp(-0.2 * $0)) / (1 - exp(-$0)) >= 0.5 })
    for fifth in 0..<5 {
      let share =
        (exp(-decay * Double(fifth) / 5) - exp(-decay * Double(fifth + 1) / 5)) / (1 - exp(-decay))
      for slot in [0, 4] {
        let counts = Counts(
          runs.map { orders in
            orders.count { Int(($0.hours - 1) * 25) == slot * 5 + fifth }
          })
        #expect(abs(counts.meanScore(20 * share)) < 4)
        #expect(abs(counts.varianceScore(20 * share)) < 4.5)
      }
    }
  }

  @Test(arguments: [("livestream", 0.3), ("intent-live", 0.03), ("broadcast", 0.0)])
  func `orders of a session have the mean and variance of a branching process`(
    kind: String, ratio: Double
  ) throws {
    let model = try Model(
      demand: """
        {show: {kind: \(kind), seller: shop, start: "06:00", duration: 2 h, viewers: 1000, \
        conversion: 8 %}}
        """, window: "1 d")
    let counts = Counts((0..<4000).map { model.orders(replication: $0).count })
    // Poisson immigrants of mean 80 (1 - n), each the root of n, n², … more: variance 80 / (1 - n)².
    #expect(abs(counts.meanScore(80)) < 4)
    #expect(abs(counts.varianceScore(80 / ((1 - ratio) * (1 - ratio)))) < 4)
  }

  @Test func `sessions of many sellers are merged in time order with numbers of their own`() throws
  {
    let model = try Model(
      demand: """
        {show: {kind: livestream, seller: shop, start: "20:00", duration: 3 h, viewers: 300, \
        conversion: 10 %}}
        """, window: "3 d",
      sellers: "{shop: {count: 40, places: [{name: home, x: 0 km, y: 0 km}], skus: 3}}")
    let orders = model.orders()
    #expect(orders.count > 3000)
    #expect(zip(orders, orders.dropFirst()).allSatisfy { $0.epoch <= $1.epoch })
    #expect(Set(orders.map(\.number)).count == orders.count)
    #expect(Set(orders.map(\.seller)) == Set(0..<40))
    // Numbers of one session grow with time.
    let sessions = Dictionary(grouping: orders) { $0.number >> 22 }
    #expect(sessions.count == 120)
    for (_, session) in sessions {
      #expect(zip(session, session.dropFirst()).allSatisfy { $0.number + 1 == $1.number })
    }
  }

  @Test func `the pinned product goes with its slot`() throws {
    let model = try Model(
      demand: """
        {air: {kind: broadcast, seller: shop, start: "01:00", duration: 1 h, slot: 20 min, \
        viewers: 3000, conversion: 10 %, pinned_share: 100 %}}
        """, window: "1 d")
    let orders = model.orders()
    #expect(orders.count > 200)
    #expect(orders.allSatisfy { $0.skus == [Int(($0.hours - 1) * 3) % 3] })
  }

  @Test func `stock is sized for products that are pinned in turn`() throws {
    // 14 slots show five products 3, 3, 3, 3 and 2 times; two lines, of which 80 % of the first are pinned.
    let model = try Model(
      text: """
        name: sized
        experiment: {start: 2026-11-02, window: 7 d, drain: 1 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 5, popularity: 1}}
          demand:
            show:
              kind: livestream
              seller: shop
              viewers: 1000
              conversion: 10 %
              duration: 42 min
              slot: 3 min
              pinned_share: 80 %
              lines: 2
        strategies:
          desk:
            facilities:
              desk:
                kind: seller_site
                handling: {time: 0 min}
                stock: {replenishment: {kind: base_stock, days: 1000 d}}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    let levels = model.networks[0].tables.stocks.sorted { $0.sku < $1.sku }.map(\.orderUpTo)
    let harmonic = 1 + 0.5 + 1 / 3.0 + 0.25 + 0.2
    for (place, level) in levels.enumerated() {
      let pinned = 0.8 * [3, 3, 3, 3, 2][place] / 14.0
      let others = 1.2 / Double(place + 1) / harmonic
      #expect(abs(Double(level) - 100_000 * (pinned + others)) <= 1)
    }
  }
}
