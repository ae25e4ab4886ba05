import Fulfillment
import Quantities
import Testing

/// Storage fees and the cost of capital, by hand. 10,000 units of 2 L that cost 14 USD, of which the shop sells
/// 20 a day and reorders at once.
@Suite struct CarryingTests {
  /// Nothing is sold: one order in all comes, far later than the window.
  private func still(
    _ commerce: String, _ experiment: String = "start: 2026-09-26, window: 10 d, drain: 1 d"
  ) throws -> Shop {
    try Shop(
      Shop.centerShips(commerce), demand: "rate: 0.000001 orders/day", experiment: experiment,
      isAllDelivered: false)
  }

  private func near(_ a: Int64, _ b: Double) -> Bool { abs(Double(a) - b) <= 1 }

  @Test func `storage is charged by volume and time, at the rate of the day`() throws {
    // 20 m3; five days at 0.50 USD and five at 2.00.
    let shop = try still(
      "{storage_fees: [{from: 2026-10-01, fee: 2 USD/m3/d}, {fee: 0.50 USD/m3/d}]}")
    #expect(near(shop.total(.storageFee), 20 * (5 * 0.5 + 5 * 2) * 1e6))
    #expect(near(shop.outcome.ledger.balance(of: .facilityOperator).micros, 250e6))
  }

  @Test func `the warm-up is not charged, and the first days in stock are free`() throws {
    let warm = try still(
      "{storage_fees: [{fee: 1 USD/m3/d}]}",
      "start: 2026-09-26, warm_up: 3 d, window: 10 d, drain: 1 d")
    #expect(near(warm.total(.storageFee), 20 * 10 * 1e6))
    let free = try still("{storage_fees: [{fee: 1 USD/m3/d}], storage_free_for: 4 d}")
    #expect(near(free.total(.storageFee), 20 * 6 * 1e6))
  }

  @Test func `units leave first in, first out: what turns over quickly stays free`() throws {
    // About 20 units a day of 40 in stock turn over in two days: none is ever four days old.
    let small = Shop.centerShips("{storage_fees: [{fee: 1 USD/m3/d}], storage_free_for: 8 d}")
      .replacing("level: 10000", with: "level: 40")
    let shop = try Shop(small)
    #expect(shop.total(.storageFee) == 0)
    let all = try Shop(
      Shop.centerShips("{storage_fees: [{fee: 1 USD/m3/d}]}")
        .replacing("level: 10000", with: "level: 40"))
    #expect(all.total(.storageFee) > 0)
  }

  @Test func `capital is bound in stock`() throws {
    // 140,000 USD at 10 % for 10 days of a year of 365.
    let shop = try still("{capital_cost: 10 %}")
    #expect(near(shop.total(.capital), 140_000 * 0.1 * 10 / 365 * 1e6))
    #expect(shop.outcome.ledger.balance(of: .seller).micros == -shop.total(.capital))
  }

  @Test func `capital is bound on the way to the door`() throws {
    let far = Shop.sellerShips("{capital_cost: 36.5 %, referral_fee: 0 %}")
      .replacing("transit: 0 min", with: "transit: 10 d")
    let shop = try Shop(far)
    // 14 USD at 0.1 % a day for 10 days and the minute of packing.
    let each = 14 * 0.001 * (10 + 60.0 / 86400) * 1e6
    let mean = Double(shop.total(.capital)) / Double(shop.outcome.ordersDelivered)
    #expect(abs(mean - each) <= 1)
  }

  @Test func `capital is bound in what is on order`() throws {
    // Every unit sold is reordered and a day on its way; on hand and on order are always 10,000 units, and
    // goods on their way out take no time.
    let shop = try Shop(Shop.centerShips("{capital_cost: 10 %}"))
    #expect(near(shop.total(.capital), 140_000 * 0.1 * 10 / 365 * 1e6))
  }
}
