import Foundation
import RandomVariates
import Testing

@testable import Fulfillment

@Suite struct ResponseTests {
  private func strategy(_ name: String, promise: String) -> String {
    """
      \(name):
        promise: \(promise)
        facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
        last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
        paths: [{from: desk, last_mile: door}]
        sourcing: [{from: desk}]

    """
  }

  /// Orders among those drawn that come if promised `days` later, by the keyed uniform numbers.
  private func come(
    _ orders: [DrawnOrder], gain: Double, seed: UInt64, days: (DrawnOrder) -> Double
  ) -> Int {
    var stream = RandomStream()
    return orders.count { order in
      stream.seat(
        seed: seed, purpose: Purpose("customer.response"), replication: 0, entity: order.number)
      return stream.uniform() < pow(1 + gain, -days(order))
    }
  }

  @Test func `slower promises have exactly the part of the orders that their draws say`() throws {
    let model = try Model(
      demand: "{web: {kind: shelf, seller: shop, rate: 500 orders/day, units: 2}}",
      market: "response: {per_day: 20 %, reference: 12 h}",
      sellers:
        "{shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: cup, price: 10 USD}]}}",
      strategies: strategy("fast", promise: "{within: 6 h}")
        + strategy("slow", promise: "{within: 84 h}")
        + strategy("dated", promise: #"{days: 2, cut_off: "17:00", by: "21:00"}"#))
    let drawn = model.orders(seed: 9)
    let outcomes = (0...3).map { model.replicate(strategy: $0, RunSeed(seed: 9, replication: 0)) }
    // Strategies come as they are written: desk, fast, slow, dated; desk has the market's 48 h.
    let days: [(DrawnOrder) -> Double] = [
      { _ in 1.5 }, { _ in 0 }, { _ in 3 },
      { order in
        let day =
          (order.hours / 24).rounded(.down)
          + (order.hours.truncatingRemainder(dividingBy: 24) > 17 ? 1 : 0)
        return ((day + 2) * 24 + 21 - order.hours - 12) / 24
      },
    ]
    #expect(model.strategyNames == ["desk", "fast", "slow", "dated"])
    for (outcome, days) in zip(outcomes, days) {
      let placed = come(drawn, gain: 0.2, seed: 9, days: days)
      #expect(outcome.ordersPotential == drawn.count)
      #expect(outcome.ordersPlaced == placed)
      #expect(outcome.ordersDeclined == drawn.count - placed)
      #expect(outcome.lostSales == Int64(drawn.count - placed) * 20_000_000)
      #expect(outcome.violations == [])
    }
    // And that is the share of the closed form.
    let share = pow(1.2, -3.0)
    let n = Double(drawn.count)
    #expect(
      abs(Double(outcomes[2].ordersPlaced) - n * share) < 4 * (n * share * (1 - share)).squareRoot()
    )
  }

  @Test func `without a response everybody comes and nothing is said of it`() throws {
    let model = try Model(demand: "{web: {kind: shelf, seller: shop, rate: 50 orders/day}}")
    #expect(!model.networks[0].measures.contains { $0.name == "orders_declined" })
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 9, replication: 0))
    #expect(outcome.ordersPotential == outcome.ordersPlaced)
  }
}
