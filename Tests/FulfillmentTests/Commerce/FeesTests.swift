import Fulfillment
import Quantities
import Testing

/// Fees by date, tier and units, by hand.
@Suite struct FeesTests {
  @Test func `a commission changes with the day the order is placed`() throws {
    let shop = try Shop(
      Shop.sellerShips(
        """
        {fees: {commission: {rates: [
                {share: 2 %, per_order: 0.30 USD}, {from: 2026-11-08, share: 8 %}, {from: 2026-11-05, share: 6 %}]}}}
        """))
    // Days of the window from Monday, 2 November: 0.70, then 1.20 from the 5th and 1.60 from the 8th.
    let days = shop.outcome.placedPerDay.map(Int64.init)
    #expect(days.count == 10)
    let sum =
      days[0..<3].reduce(0, +) * 700_000 + days[3..<6].reduce(0, +) * 1_200_000
      + days[6...].reduce(0, +) * 1_600_000
    #expect(shop.total(.referralFee) == sum)
  }

  @Test func `a fee that begins later is not charged before`() throws {
    let shop = try Shop(
      Shop.sellerShips("{fees: {commission: {rates: [{from: 2026-11-07, share: 10 %}]}}}"))
    let later = shop.outcome.placedPerDay[5...].reduce(0, +)
    #expect(later > 10)
    #expect(shop.total(.referralFee) == Int64(later) * 2_000_000)
  }

  /// Lightest tiers and the last, as of large standard sizes [FBA25].
  static let tiers = """
    [{up_to: 113 g, per_unit: 3.68 USD}, {up_to: 454 g, per_unit: 4.55 USD}, {up_to: 0.68 kg, per_unit: 5.37 USD},
                {per_unit: 6.92 USD, per_kg: 0.70 USD/kg, above: 1.36 kg}]
    """

  @Test func `the tier is the first that holds a unit's weight`() throws {
    let shop = try Shop(
      Shop.centerShips("{fees: {fba: {account: fulfillment, rates: \(Self.tiers)}}}"))
    #expect(shop.account(.fulfillmentFee) == 5_370_000)
    #expect(shop.balance(.facilityOperator) == 4_670_000)
  }

  @Test func `large light units count as heavier, and beyond the tiers weight is charged`() throws {
    // 2 L at 1,000 kg/m3 are 2 kg: 6.92 + 0.70 x (2 - 1.36).
    let shop = try Shop(
      Shop.centerShips(
        "{fees: {fba: {account: fulfillment, dimensional_weight: 1000 kg/m3, rates: \(Self.tiers)}}}"
      ))
    #expect(shop.account(.fulfillmentFee) == 7_368_000)
  }

  @Test func `tiers may go by volume and price as well`() throws {
    let shop = try Shop(
      Shop.centerShips(
        """
        {fees: {fba: {account: fulfillment, rates: [
                {up_to: 1 kg, up_to_volume: 1 L, per_unit: 1 USD}, {up_to: 1 kg, up_to_price: 10 USD, per_unit: 2 USD},
                {up_to: 1 kg, up_to_volume: 2 L, up_to_price: 20 USD, per_unit: 3 USD}, {per_unit: 4 USD}]}}}
        """))
    #expect(shop.account(.fulfillmentFee) == 3_000_000)
  }

  @Test(arguments: [(1, 3_580_000), (2, 7_160_000), (3, 8_580_000), (5, 14_300_000)])
  func `units of a larger order cost less each`(units: Int, fee: Int64) throws {
    let shop = try Shop(
      Shop.centerShips(
        """
        {fees: {fbt: {account: fulfillment, rates: [{per_unit: 3.58 USD}, {units_from: 3, per_unit: 2.86 USD}]}}}
        """), demand: "rate: 20 orders/day, units: \(units)")
    #expect(shop.account(.fulfillmentFee) == fee)
  }

  @Test func `two fees on one account add up, and a cap holds per unit`() throws {
    let shop = try Shop(
      Shop.sellerShips(
        """
        {fees: {commission: {rates: [{share: 7.5 %}]}, growth: {rates: [{share: 6.4 %, cap: 0.50 USD}]}}}
        """), demand: "rate: 20 orders/day, units: 2")
    #expect(shop.account(.referralFee) == 4_000_000)
  }

  @Test func `a fee once per order is the highest of its goods`() throws {
    let shop = try Shop(
      Shop.sellerShips(
        """
        {fees: {commission: {rates: [{up_to_price: 10 USD, per_order: 0.10 USD}, {per_order: 0.30 USD}]}}}
        """), demand: "rate: 20 orders/day, lines: 50",
      products: "[{name: A, price: 5 USD}, {name: B, price: 20 USD}]")
    // With 50 lines of two SKUs every order has both.
    #expect(shop.account(.referralFee) == 300_000)
  }

  @Test func `cohorts with terms of their own pay those, the others the flat fee`() throws {
    let place = "places: [{name: home, x: 0 km, y: 0 km}]"
    let products = "products: [{name: A, price: 20 USD}]"
    for (cohort, fee) in [("shop", 400_000), ("other", 1_200_000)] {
      let shop = try Shop(
        Shop.sellerShips(
          "{referral_fee: 6 %, fees: {terms: {sellers: \(cohort), rates: [{share: 2 %}]}}}"),
        sellers:
          "{shop: {\(place), \(products)}, other: {\(place), products: [{name: B, price: 1 USD}]}}")
      #expect(shop.account(.referralFee) == Int64(fee))
    }
  }

  @Test func `who ships from home pays no fulfillment fee, but for logistics`() throws {
    let shop = try Shop(
      Shop.sellerShips(
        """
        {fees: {fba: {account: fulfillment, rates: [{per_unit: 3 USD}]},
                export: {account: logistics, rates: [{per_order: 1 USD, per_kg: 6 USD/kg}]}}}
        """))
    #expect(shop.account(.fulfillmentFee) == 0)
    #expect(shop.account(.logisticsFee) == 4_000_000)
    #expect(shop.balance(.facilityOperator) == 4_000_000)
  }

  @Test(arguments: [(1, 5_990_000), (2, 0)])
  func `shipping is free from a worth of the goods`(units: Int, fee: Int64) throws {
    let shop = try Shop(
      Shop.sellerShips("{shipping_fee: 5.99 USD, free_shipping_from: 40 USD}"),
      demand: "rate: 20 orders/day, units: \(units)")
    #expect(shop.account(.shippingFee) == fee)
  }

  @Test func `an order in several shipments pays its shipping fee once`() throws {
    let building = { (name: String, kept: String) in
      """
            \(name):
              kind: fulfillment_center
              sites: [{name: \(name), x: 0 km, y: 0 km}]
              stock: {levels: [{site: \(name), sku: A, reorder_point: -1, order_up_to: \(kept == "A" ? 9999 : 0)},
                {site: \(name), sku: B, reorder_point: -1, order_up_to: \(kept == "B" ? 9999 : 0)}]}
              pick: {time: 0 min}
              pack: {time: 0 min}
      """
    }
    let strategy = """
          shortage: split
          facilities:
      \(building("one", "A"))
      \(building("two", "B"))
          last_mile: {door: {kind: parcel_carrier, base: 4 USD, transit: 0 min}}
          paths: [{from: [one, two], last_mile: door}]
          sourcing: [{from: [one, two]}]
          commerce: {shipping_fee: 5.99 USD}
      """
    let shop = try Shop(
      strategy, demand: "rate: 20 orders/day, lines: 3",
      products: "[{name: A, price: 5 USD}, {name: B, price: 20 USD}]")
    #expect(shop.outcome.ordersSplit > 50)
    #expect(shop.account(.shippingFee) == 5_990_000)
  }

  @Test func `sellers pay for being listed by time`() throws {
    let shop = try Shop(
      Shop.sellerShips("{listing_fee: 2.40 USD/d}"), products: "[{name: A}, {name: B}]")
    #expect(shop.total(.listingFee) == 48_000_000)
  }

  @Test func `the margin of lost orders is not the ledger's`() throws {
    let strategy = Shop.centerShips("{referral_fee: 0 %}").replacing(
      "{kind: base_stock, level: 10000}", with: "{kind: base_stock, level: 1}")
    let shop = try Shop(
      "      shortage: lost\n" + strategy, demand: "rate: 20 orders/day, units: 2",
      isAllDelivered: false)
    // One unit is kept, two are wanted: every order is lost, with 2 x 30 % of 20 USD.
    #expect(shop.outcome.ordersLost == shop.outcome.ordersPlaced)
    #expect(shop.outcome.marginLost == Int64(shop.outcome.ordersPlaced) * 12_000_000)
    #expect(shop.measure("lost_margin_per_order") == 12)
    #expect(shop.outcome.ledger.balance(of: .seller).micros == 0)
  }
}
