import DiscreteEvent
import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Refusals, failed attempts and returns computed by hand, to the microsecond and the millionth.
@Suite struct ReturnsTests {
  private let hour: Int64 = 3_600_000_000

  /// One warehouse, packed in 6 min, at the door after 2 h; a lamp for 20 USD that cost 12, of 500 g.
  private func shop(
    customers: String, strategy: String = "", attempts: String = "", stock: String = "null",
    products: String = "{name: lamp, price: 20 USD, margin: 40 %, weight: 500 g}", days: Int = 14
  ) -> ScriptedCase {
    ScriptedCase(
      days: days,
      market: customers.isEmpty ? "" : "  customers: \(customers)",
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [\(products)]}}
        """,
      strategy: """
            facilities:
              desk:
                kind: fulfillment_center
                sites: [{name: desk, x: 0 km, y: 0 km}]
                stock: \(stock)
                pick: {time: 0 min}
                pack: {time: 6 min, servers: 9, wage: 10 USD/h, paid: worked}
              back:
                kind: returns_center
                sites: [{name: back, x: 0 km, y: 0 km}]
                receive: {time: 3 min, servers: 9, wage: 20 USD/h, paid: worked}
                grade: {time: 6 min, per: unit, servers: 9, wage: 20 USD/h, paid: worked}
                per_parcel: 0.5 USD
            last_mile: {door: {kind: parcel_carrier, transit: 2 h, base: 4 USD\(attempts)}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
            commerce: {referral_fee: 10 %, shipping_fee: 3 USD, shipping_paid_by: platform}
            returns:
              to: back
              transit: 24 h
              restock: 1 h
              per_parcel: 5 USD
              per_kg: 1 USD/kg
              per_refused: 2 USD
              handling: 1.5 USD
        \(strategy)
        """)
  }

  private func expect(
    _ outcome: Outcome, _ amounts: [Account: Int64],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for account in Account.allCases {
      #expect(
        outcome.ledger.total(account).micros == amounts[account] ?? 0, "\(account.name)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `a returned order gives everything back that was paid`() throws {
    let shop = shop(customers: "{returns: [{rate: 100 %, delay: 48 h, not_resalable: 0 %}]}")
    let outcome = try shop.run([.init(at: hour, lines: [(0, 2)])])
    shop.expectDelivered(outcome, at: [hour + hour / 10 + 2 * hour])
    #expect(outcome.afterSales.ordersReturned == 1 && outcome.afterSales.unitsReturned == 2)
    #expect(outcome.afterSales.unitsRestocked == 2 && outcome.afterSales.unitsOnTheWayBack == 0)
    expect(
      outcome,
      [
        .merchandise: 40_000_000, .costOfGoods: 0, .referralFee: 0, .shippingFee: 3_000_000,
        // Goods and shipping.
        .refund: 43_000_000,
        .pack: 1_000_000, .lastMile: 4_000_000,
        // Parcel 5, 1 kg at 1, received 3 min and graded 2 x 6 min at 20 USD/h, 0.5 and 1.5.
        .returnHandling: 13_000_000,
      ])
    #expect(outcome.ledger.balance(of: .buyer).micros == 0)
    // The seller pays for the parcel; the platform has paid for the way to the door.
    #expect(outcome.ledger.balance(of: .seller).micros == -6_000_000)
    #expect(outcome.ledger.balance(of: .platform).micros == -4_000_000)
    #expect(outcome.ledger.balance(of: .carrier).micros == 10_000_000)
    #expect(outcome.ledger.balance(of: .facilityOperator).micros == -8_000_000)
  }

  @Test func `what cannot be sold again is written off at what it cost`() throws {
    let shop = shop(customers: "{returns: [{rate: 100 %, delay: 48 h, not_resalable: 100 %}]}")
    let outcome = try shop.run([.init(at: hour)])
    #expect(outcome.afterSales.unitsWrittenOff == 1 && outcome.afterSales.unitsRestocked == 0)
    #expect(outcome.ledger.total(.writeOff).micros == 12_000_000)
    #expect(outcome.ledger.total(.costOfGoods).micros == 0)
    #expect(outcome.ledger.balance(of: .seller).micros == -12_000_000 - 5_500_000)
  }

  @Test func `of an order returned in part the price is given back and shipping is not`() throws {
    let model = ScriptedCase(
      market: """
          categories: {things: {price: 20 USD, margin: 40 %}}
          customers: {returns: [{category: things, rate: 100 %, delay: 48 h, not_resalable: 0 %}]}
        """,
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km}], category: things, skus: 1},
         other: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
        """,
      strategy: self.shop(customers: "").strategy)
    // SKUs are numbered by cohort: 0 is the other's, 20 USD as standard, 1 is a thing.
    let outcome = try model.run([.init(at: hour, lines: [(0, 1), (1, 3)])])
    #expect(outcome.afterSales.unitsReturned == 3)
    #expect(outcome.ledger.total(.refund).micros == 60_000_000)
    #expect(outcome.ledger.total(.shippingFee).micros == 3_000_000)
    // 10 % of what is kept; so are the costs of goods (70 % of 20 USD).
    #expect(outcome.ledger.total(.referralFee).micros == 2_000_000)
    #expect(outcome.ledger.total(.costOfGoods).micros == 14_000_000)
  }

  @Test func `a refused parcel is not sold, and goes back`() throws {
    let shop = shop(
      customers: "{refusal: {prepaid: 100 %, not_resalable: 0 %}}", stock: stock(2), days: 3)
    let outcome = try shop.run([.init(at: hour), .init(at: 2 * hour)])
    #expect(outcome.ordersRefused == 2 && outcome.ordersDelivered == 0)
    #expect(outcome.afterSales.unitsUndelivered == 2 && outcome.afterSales.unitsRestocked == 2)
    expect(
      outcome,
      [
        .pack: 2_000_000, .lastMile: 8_000_000,
        // Each: parcel 2, 0.5 kg, received and graded 9 min at 20 USD/h, 0.5 and 1.5.
        .returnHandling: 2 * 7_500_000,
      ])
    // Both units are away for 2.1 h, 24 h, 9 min and 1 h.
    let away = 2 * (hour / 10 + 2 * hour + 24 * hour + 9 * 60_000_000 + hour)
    #expect(outcome.onHandTime[1] == Int128(2 * 72 * hour - away))
  }

  private func stock(_ level: Int) -> String {
    "{replenishment: {kind: s_S, reorder_point: -1, order_up_to: \(level)}, lead_time: 90 d}"
  }

  @Test func `who pays in cash refuses more the longer it takes`() throws {
    // Packed just before the pickup at 06:00, at the door 2.1 h after the click, or a microsecond more.
    let shop = shop(
      customers: """
        {refusal: {cash_on_delivery: 100 %, prepaid: 0 %, \
        cash: [{probability: 100 %}, {within: 2.1 h, probability: 0 %}]}}
        """, attempts: ", pickup: {at: [\"06:00\"]}")
    let six = shop.instant("2026-11-02T06:00")
    let outcome = try shop.run([
      .init(at: six - hour / 10 - 1), .init(at: six - hour / 10),
    ])
    #expect(outcome.ordersDelivered == 1 && outcome.ordersRefused == 1)
  }

  @Test func `a failed attempt is made again the next business day, and the last goes back`() throws
  {
    let shop = shop(
      customers: "",
      attempts: """
        , attempts: {failure: 100 %, most: 3, again: 24 h, hours: "mon-fri 08:00-18:00", \
        per_attempt: 1 USD}
        """)
    // Friday 13:00 at the door; Monday 08:00, Tuesday 08:00; back on Wednesday.
    let outcome = try shop.run([.init(at: shop.instant("2026-11-06T10:54"))])
    #expect(outcome.ordersRefused == 1)
    #expect(outcome.afterSales.attempts == 3 && outcome.afterSales.firstMissed == 1)
    #expect(outcome.ledger.total(.lastMile).micros == 6_000_000)
    // Open from the click to Tuesday 08:00.
    let open = shop.instant("2026-11-10T08:00") - shop.instant("2026-11-06T10:54")
    #expect(outcome.openTicks == open / 10_000)
  }

  @Test func `what comes after the deadline is sent back, and the order is canceled at it`() throws
  {
    let shop = shop(
      customers: "", strategy: "    cancellation: {delivery: {within: 2 h}}", attempts: "")
    let outcome = try shop.run([.init(at: hour)])
    #expect(outcome.ordersCanceled == 1 && outcome.ordersRefused == 0)
    #expect(outcome.openTicks == 2 * hour / 10_000)
    #expect(
      outcome.afterSales.unitsRestocked == 1 && outcome.ledger.total(.merchandise).micros == 0)
  }

  @Test func `a courier brings it again on a later round`() throws {
    let courier = ScriptedCase(
      strategy: """
            facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
            last_mile:
              door:
                kind: courier_rounds
                couriers: 1
                loading: 0 min
                service: 10 min
                per_drop: 3 USD
                attempts: {failure: 100 %, most: 2, again: 1 h}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    var one = courier
    one.zones = "[{name: zone, x: 0 km, y: 0 km, area: 0.0001 km2}]"
    let outcome = try one.run([.init(at: hour)])
    #expect(outcome.ordersRefused == 1 && outcome.afterSales.attempts == 2)
    // Both stops are paid for.
    #expect(outcome.ledger.total(.lastMile).micros >= 6_000_000)
    // Some meters of way besides the two stops and the hour between.
    let least = (2 * 600 + 3600) * 100
    #expect(outcome.openTicks >= Int64(least) && outcome.openTicks < Int64(least) + 6000)
  }
}
