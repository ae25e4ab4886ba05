import Fulfillment
import Quantities
import Testing

/// Subsidies, to the millionth: what is covered, for whom, from when until when, and budgets that are spent in
/// order and never overspent.
@Suite struct SubsidiesTests {
  private func shop(
    _ subsidy: String, _ commerce: String = "shipping_fee: 5.99 USD, referral_fee: 6 %",
    experiment: String = "start: 2026-11-02, window: 10 d, drain: 60 d"
  ) throws -> Shop {
    try Shop(
      Shop.sellerShips("{\(commerce), subsidies: {launch: \(subsidy)}}"), experiment: experiment)
  }

  @Test func `free shipping gives the fee back to the buyer`() throws {
    let shop = try shop("{kind: free_shipping}")
    #expect(shop.account(.subsidy) == 5_990_000)
    #expect(shop.balance(.buyer) == -20_000_000)
    #expect(shop.balance(.platform) == -4_790_000)
    #expect(abs((shop.measure("subsidy_per_order") ?? 0) - 5.99) < 1e-9)
    #expect(shop.measure("subsidy.launch.days_in_full") == 10)
    #expect(shop.measure("subsidy.launch.ended_early") == 0)
  }

  @Test func `zero commission gives the referral fee back to the seller`() throws {
    let shop = try shop("{kind: zero_commission}")
    #expect(shop.account(.subsidy) == 1_200_000)
    #expect(shop.account(.referralFee) == 1_200_000)
    #expect(shop.balance(.platform) == 0)
  }

  @Test func `a share and a limit per order hold`() throws {
    #expect(try shop("{kind: zero_commission, share: 25 %}").account(.subsidy) == 300_000)
    #expect(try shop("{kind: zero_commission, up_to: 0.70 USD}").account(.subsidy) == 700_000)
  }

  @Test func `a coupon is a share of the price, to the buyer`() throws {
    let shop = try shop("{kind: coupon, share: 15 %}", "referral_fee: 0 %")
    #expect(shop.account(.subsidy) == 3_000_000)
    #expect(shop.balance(.buyer) == -17_000_000)
  }

  @Test(arguments: [(6, 5_000_000), (3, 3_000_000)])
  func `shipping is co-funded up to an amount, of what the carrier is paid`(
    limit: Int, paid: Int64
  ) throws {
    let shop = try shop("{kind: co_funded_shipping, up_to: \(limit) USD}", "referral_fee: 0 %")
    #expect(shop.account(.subsidy) == paid)
    // 20 - 14 - 5 - 0.60 - 0.25 and the subsidy.
    #expect(shop.balance(.seller) == 150_000 + paid)
    #expect(shop.balance(.platform) == -paid)
  }

  @Test func `couriers are co-funded like carriers`() throws {
    let shop = try Shop(
      """
          facilities:
            store:
              kind: dark_store
              sites: [{name: store, x: 0 km, y: 0 km}]
              stock: {replenishment: {kind: base_stock, level: 10000}, lead_time: 1 d}
              pick: {time: 0 min}
          last_mile: {rider: {kind: courier_rounds, per_drop: 3 USD, service: 0 min, wage: 0 USD/h}}
          paths: [{from: store, last_mile: rider}]
          sourcing: [{from: store}]
          commerce: {referral_fee: 0 %, subsidies: {half: {kind: co_funded_shipping, up_to: 6 USD, share: 50 %}}}
      """)
    #expect(shop.account(.subsidy) == 1_500_000)
  }

  @Test func `a budget is spent in the order of the orders and not a millionth more`() throws {
    let shop = try shop("{kind: free_shipping, budget: 100 USD}")
    #expect(shop.outcome.ordersPlaced > 100)
    #expect(shop.total(.subsidy) == 100_000_000)
    let subsidy = try #require(shop.outcome.subsidies.first)
    #expect(subsidy.spent == 100_000_000 && subsidy.onObserved == 100_000_000)
    // 16 orders of 5.99 USD are 95.84: the 17th gets 4.16.
    #expect(subsidy.firstShort == shop.placed[16])
    #expect(
      shop.measure("subsidy.launch.days_in_full") == Double(shop.placed[16]) / 8.64e10)
    #expect(shop.measure("subsidy.launch.spent") == 100)
    #expect(shop.measure("subsidy.launch.ended_early") == 1)
  }

  @Test func `orders of the warm-up spend the budget too`() throws {
    let shop = try shop(
      "{kind: free_shipping, budget: 500 USD}",
      experiment: "start: 2026-11-02, warm_up: 3 d, window: 10 d, drain: 60 d")
    let subsidy = try #require(shop.outcome.subsidies.first)
    #expect(subsidy.spent == 500_000_000)
    #expect(subsidy.onObserved > 0 && subsidy.onObserved < subsidy.spent)
    #expect(shop.total(.subsidy) == subsidy.onObserved)
  }

  @Test func `what is set aside for carriers and not needed goes back`() throws {
    // 5 USD of the 6 set aside are needed: 20 orders of 5.
    let shop = try shop(
      "{kind: co_funded_shipping, up_to: 6 USD, budget: 100 USD}", "referral_fee: 0 %")
    #expect(shop.total(.subsidy) == 100_000_000)
    #expect(shop.outcome.subsidies.first?.firstShort == shop.placed[19])
  }

  @Test func `only orders placed between its days are subsidized`() throws {
    let shop = try shop("{kind: free_shipping, from: 2026-11-04, until: 2026-11-07}")
    let orders = shop.outcome.placedPerDay[2..<5].reduce(0, +)
    #expect(orders > 20)
    #expect(shop.total(.subsidy) == Int64(orders) * 5_990_000)
    #expect(shop.measure("subsidy.launch.days_in_full") == 3)
  }

  @Test func `orders still under way have their part set aside`() throws {
    let far = Shop.sellerShips(
      "{shipping_fee: 2 USD, subsidies: {launch: {kind: free_shipping, budget: 100 USD}}}"
    ).replacing("transit: 0 min", with: "transit: 8 d")
    let shop = try Shop(
      far, experiment: "start: 2026-11-02, window: 10 d, drain: 0 d", isAllDelivered: false)
    let subsidy = try #require(shop.outcome.subsidies.first)
    #expect(shop.outcome.ordersOpen > 50)
    #expect(subsidy.spent == 100_000_000)
    #expect(subsidy.onObserved == Int64(min(50, shop.outcome.ordersDelivered)) * 2_000_000)
  }

  @Test func `what is set aside for orders that are canceled goes back`() throws {
    // One server works half an hour on each of 20 orders in a day of 8 hours; customers wait four hours.
    let slow = Shop.sellerShips(
      "{shipping_fee: 2 USD, subsidies: {launch: {kind: free_shipping, budget: 120 USD}}}"
    ).replacing("time: 60 s", with: "time: 30 min, hours: \"mon-sun 08:00-16:00\"")
      .replacing("servers: 9", with: "servers: 1")
    let shop = try Shop(slow, market: "customers: {patience: 4 h}", isAllDelivered: false)
    let subsidy = try #require(shop.outcome.subsidies.first)
    #expect(shop.outcome.ordersCanceled > 20)
    #expect(shop.outcome.ordersDelivered > 50)
    #expect(
      subsidy.onObserved <= 120_000_000
        && subsidy.onObserved == Int64(min(60, shop.outcome.ordersDelivered)) * 2_000_000)
    #expect(subsidy.spent == subsidy.onObserved)
  }

  @Test(arguments: [
    ("budget: 12 USD, ", 12_000_000, 5.0), ("", 24_000_000, 10), ("share: 50 %, ", 12_000_000, 10),
  ])
  func `free listing lasts as long as its budget`(terms: String, paid: Int64, days: Double) throws {
    let shop = try shop(
      "{kind: free_listing, \(terms)from: 2026-11-02}", "listing_fee: 2.40 USD/d")
    #expect(shop.total(.listingFee) == 24_000_000)
    #expect(shop.total(.subsidy) == paid)
    #expect(shop.measure("subsidy.launch.days_in_full") == days)
  }

  @Test func `several subsidies are kept apart and the books balance`() throws {
    let shop = try Shop(
      Shop.sellerShips(
        """
        {shipping_fee: 5.99 USD, referral_fee: 6 %, subsidies: {
                a: {kind: free_shipping, budget: 50 USD}, b: {kind: zero_commission, budget: 60 USD},
                c: {kind: co_funded_shipping, up_to: 2 USD, budget: 70 USD}, d: {kind: coupon, share: 1 %}}}
        """))
    let spent = shop.outcome.subsidies.map(\.spent)
    #expect(spent.prefix(3) == [50_000_000, 60_000_000, 70_000_000])
    #expect(spent[3] == Int64(shop.outcome.ordersPlaced) * 200_000)
    #expect(shop.total(.subsidy) == spent.reduce(0, +))
    let sum = Party.allCases.reduce(Int64(0)) { $0 + shop.outcome.ledger.balance(of: $1).micros }
    #expect(sum == 0)
  }
}
