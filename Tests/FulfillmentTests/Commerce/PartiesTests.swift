import Fulfillment
import Testing

/// Who gets and pays what of an order, by hand.
@Suite struct PartiesTests {
  @Test func `a seller who ships bears the work, the carrier and the commission`() throws {
    let shop = try Shop(Shop.sellerShips("{referral_fee: 6 %, shipping_fee: 2.50 USD}"))
    #expect(shop.balance(.buyer) == -22_500_000)
    // 20 + 2.50 - 14 - 1.20 - 5 - 0.60 - 0.25
    #expect(shop.balance(.seller) == 1_450_000)
    #expect(shop.balance(.platform) == 1_200_000)
    #expect(shop.balance(.carrier) == 5_000_000)
    #expect(shop.balance(.facilityOperator) == 0)
    #expect(shop.balance(.outside) == 14_850_000)
    #expect(shop.account(.costOfGoods) == 14_000_000)
  }

  @Test func `an independent operator gets the fulfillment fee and bears its center`() throws {
    let shop = try Shop(
      Shop.centerShips(
        """
        {referral_fee: 6 %, fulfillment_fee: 3 USD, shipping_fee: 2.50 USD, shipping_paid_by: platform}
        """))
    #expect(shop.balance(.seller) == 1_800_000)
    #expect(shop.balance(.facilityOperator) == 2_300_000)
    #expect(shop.balance(.platform) == -300_000)
    #expect(shop.balance(.buyer) == -22_500_000)
    #expect(shop.balance(.carrier) == 4_000_000)
    #expect(shop.balance(.outside) == 14_700_000)
  }

  @Test func `a platform that runs its centers is their operator`() throws {
    let shop = try Shop(
      Shop.centerShips(
        """
        {referral_fee: 6 %, fulfillment_fee: 3 USD, shipping_fee: 2.50 USD, shipping_paid_by: platform,
                operated_by: platform}
        """))
    #expect(shop.balance(.platform) == 2_000_000)
    #expect(shop.balance(.facilityOperator) == 0)
    #expect(shop.balance(.seller) == 1_800_000)
  }

  @Test func `buyers who pay the carrier themselves pay the shipping fee to the platform`() throws {
    let shop = try Shop(
      Shop.sellerShips("{referral_fee: 0 %, shipping_fee: 1 USD, shipping_paid_by: buyer}"))
    #expect(shop.balance(.buyer) == -26_000_000)
    #expect(shop.balance(.platform) == 1_000_000)
    #expect(shop.balance(.seller) == 5_150_000)
  }

  @Test func `whoever pays for the last mile pays for couriers as well`() throws {
    let strategy = """
          facilities:
            store:
              kind: dark_store
              sites: [{name: store, x: 0 km, y: 0 km}]
              stock: {replenishment: {kind: base_stock, level: 10000}, lead_time: 1 d}
              pick: {time: 0 min}
          last_mile: {rider: {kind: courier_rounds, per_drop: 3 USD, service: 0 min, wage: 0 USD/h}}
          paths: [{from: store, last_mile: rider}]
          sourcing: [{from: store}]
          commerce: {referral_fee: 0 %, shipping_paid_by: seller}
      """
    let shop = try Shop(strategy)
    #expect(shop.account(.lastMile) == 3_000_000)
    #expect(shop.balance(.seller) == 3_000_000)
    #expect(shop.balance(.facilityOperator) == 0)
  }

  @Test func `margins are shares of the ledger`() throws {
    let shop = try Shop(Shop.sellerShips("{referral_fee: 6 %, shipping_fee: 2.50 USD}"))
    let near = { (name: String, value: Double) in
      abs((shop.measure(name) ?? .nan) - value) < 1e-9
    }
    #expect(near("landed_cost_per_order", 14 + 5.85))
    #expect(near("seller_margin_per_order", 1.45))
    #expect(near("seller_margin_share", 1.45 / 20))
    #expect(near("platform_contribution_per_order", 1.20))
    #expect(near("balance.seller", 1.45))
  }
}
