import Quantities
import Testing

@testable import Fulfillment

/// Forecasts and what follows from them, by hand.
@Suite struct ForecastTests {
  private static let day: Int64 = 86_400_000_000

  private func shop(_ stock: String, skus: Int = 1, days: Int = 6) -> ScriptedCase {
    ScriptedCase(
      days: days,
      sellers:
        "{shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: \(skus), popularity: 0}}",
      strategy: """
            shortage: lost
            facilities:
              shop:
                kind: fulfillment_center
                sites: [{name: shop, x: 0 km, y: 0 km}]
                stock: {\(stock)}
                pick: {time: 0 min}
                pack: {time: 0 min}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: shop, last_mile: door}]
            sourcing: [{from: shop}]
        """)
  }

  /// Units at noon of each day.
  private func orders(_ units: [Int32], sku: Int32 = 0) -> [ScriptedOrders.Order] {
    units.enumerated().filter { $0.element > 0 }.map {
      .init(at: Int64($0.offset) * Self.day + Self.day / 2, lines: [(sku, $0.element)])
    }
  }

  @Test func `errors are those of the forecasts`() throws {
    let demand: [Int32] = [10, 20, 0, 10, 5, 30]
    let method = { (text: String) in
      shop("forecast: \(text), replenishment: {kind: base_stock, level: 99}, lead_time: 30 d")
    }
    // All start from what the market is expected to ask for.
    let first = try method("{kind: moving_average}").network().tables.stocks[0].expectedPerDay
    let half = (first + 10) / 2
    let cases: [(method: String, forecasts: [Double])] = [
      ("{kind: moving_average, periods: 2}", [first, half, 15, 10, 5, 7.5]),
      (
        "{kind: exponential_smoothing, alpha: 0.5}",
        [first, half, (half + 20) / 2, (half + 20) / 4, (half + 60) / 8, (half + 100) / 16]
      ),
      ("{kind: seasonal_naive, season: 3}", [first, first, first, 10, 20, 0]),
    ]
    for (text, forecasts) in cases {
      let outcome = try method(text).run(orders(demand))
      let errors = zip(forecasts, demand).map { $0 - Double($1) }
      let found = outcome.forecastErrors[0]
      #expect(found.count == 6 && found.countWithDemand == 5, "\(text)")
      #expect(abs(found.sum - errors.reduce(0, +)) < 1e-9, "\(text)")
      #expect(abs(found.absolute - errors.reduce(0) { $0 + abs($1) }) < 1e-9, "\(text)")
      #expect(abs(found.square - errors.reduce(0) { $0 + $1 * $1 }) < 1e-9, "\(text)")
      let relative = zip(errors, demand).reduce(0) {
        $0 + ($1.1 > 0 ? abs($1.0) / Double($1.1) : 0)
      }
      #expect(abs(found.relative - relative) < 1e-9, "\(text)")
    }
  }

  @Test func `days of supply follow the forecast`() throws {
    let outcome = try shop(
      "forecast: {kind: moving_average, periods: 1}, replenishment: {kind: days_of_supply, days: 2 d}, lead_time: 1 h"
    ).run(orders([6, 0, 4, 12, 20, 1]))
    // 20 to start with. At midnights the level is twice what was sold the day before: 12, 0, 8, 24, 40, 2.
    // On hand then: 14, 14, 10, 0 (the fourth day's 12 are lost: only 10 are there) ...
    // Day 4: 10 on hand < 12 asked: lost; level 24 is reached at 01:00 of day 5.
    #expect(outcome.ordersLost == 1)
    #expect(outcome.ordersDelivered == 4)
    #expect(outcome.replenishments == [2])
    // Units on hand by the hour: 20 until noon of day 1, 14 until noon of day 3, 10 until 1 h of day 5, 24 until
    // noon, 4 until 1 h of day 6 (level 40), then 40, 39 from noon.
    let hours: [Int128] = [20 * 12, 14 * 48, 10 * 37, 24 * 11, 4 * 13, 40 * 11, 39 * 12]
    #expect(outcome.onHandTime == [hours.reduce(0, +) * 3_600_000_000])
  }

  @Test func `a site keeps the SKUs that are foretold to sell most`() throws {
    // Two SKUs, room for one: the first is placed until the second has sold more.
    let test = shop(
      "assortment: 50 %, choice: forecast, forecast: {kind: moving_average, periods: 1}, replenishment: {kind: base_stock, days: 1 d}, lead_time: 1 h",
      skus: 2, days: 4)
    let first = orders([5, 1, 5, 5])
    let second = orders([0, 3, 3, 0], sku: 1)
    let outcome = try test.run((first + second).sorted { $0.at < $1.at })
    // Day 1: SKU 1 has 5 (half of ten). Its five are sold and ordered again at once: 5 on hand.
    // Day 2: one sold, four left and a fifth ordered; three of SKU 2 are lost: none are kept. At midnight SKU 2
    // leads with 3 and is ordered up to 3; SKU 1 keeps what it has.
    // Day 3: three of SKU 2 are sold, five of SKU 1 too (five on hand), and not ordered again: now it leads with 5
    // again, and is ordered at midnight. Day 4: five are there.
    #expect(outcome.ordersLost == 1)
    #expect(outcome.ordersDelivered == 5)
  }

  @Test func `reviews by the clock order up to S, or only at or below s`() throws {
    let orders = orders([1, 1, 1, 1, 1, 1])
    let always = try shop(
      "replenishment: {kind: periodic, every: 2 d, order_up_to: 9}, lead_time: 1 h"
    ).run(orders)
    // Reviews at the start of days 1, 3, 5 (and 7, after the window).
    #expect(always.replenishments == [2])
    let hours: [Int128] = [9 * 12, 8 * 24, 7 * 13, 9 * 11, 8 * 24, 7 * 13, 9 * 11, 8 * 24, 7 * 12]
    #expect(always.onHandTime == [hours.reduce(0, +) * 3_600_000_000])
    let seldom = try shop(
      "replenishment: {kind: periodic, every: 2 d, order_up_to: 9, reorder_point: 5}, lead_time: 1 h"
    ).run(orders)
    // 7 on hand at the second review, 5 at the third: only then.
    #expect(seldom.replenishments == [1])
  }
}
