import DiscreteEvent
import Fulfillment
import Quantities
import RandomVariates
import Testing

@Suite struct CancellationTests {
  /// A warehouse of one SKU whose parcels are fetched once a day at 18:00 UTC.
  private func model(
    demand: String, customers: String = "{}", facility: String, strategy: String = "",
    pickup: String = "", window: String = "10 d", drain: String = "30 d"
  ) throws -> Model {
    try Model(
      text: """
        name: cancellation
        experiment: {start: 2026-11-02, window: \(window), drain: \(drain)}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers:
            shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: lamp, price: 20 USD}]}
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, \(demand)}}
          customers: \(customers)
        strategies:
          desk:
            facilities: {desk: {kind: fulfillment_center, sites: [{name: desk, x: 0 km, y: 0 km}], \(facility)}}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min, base: 4 USD\(pickup)}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
            \(strategy)
        """)
  }

  private func run(_ model: Model) -> Outcome {
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 1, replication: 0))
    #expect(outcome.violations == [])
    #expect(
      outcome.ordersPlaced
        == outcome.ordersDelivered + outcome.ordersLost + outcome.ordersCanceled
        + outcome.ordersOpen)
    return outcome
  }

  @Test func `orders that cannot leave are canceled when patience ends, and pay for what was done`()
    throws
  {
    // Picked and packed within 3 min; the carrier never comes.
    let outcome = run(
      try model(
        demand: "rate: 20 orders/day, lines: 2", customers: "{patience: 6 h}",
        facility: """
          stock: null, pick: {time: 1 min, per: line, servers: 100, wage: 30 USD/h, paid: worked}, \
          pack: {time: 1 min, servers: 100, wage: 60 USD/h, paid: worked}, pick_fee: 0.1 USD, \
          material: 0.3 USD, overhead: 0.7 USD
          """, pickup: ", pickup: {at: [\"18:00\"], days: sun}", window: "4 d"))
    let orders = Int64(outcome.ordersPlaced)
    #expect(orders > 50)
    #expect(outcome.ordersCanceled == outcome.ordersPlaced)
    // Two lines picked for 0.50 USD a minute and 0.10 USD each; one packed for 1 USD a minute and 0.30 USD.
    #expect(outcome.ledger.total(.pick).micros == orders * 1_200_000)
    #expect(outcome.ledger.total(.pack).micros == orders * 1_300_000)
    #expect(outcome.ledger.total(.fixed).micros == orders * 700_000)
    for account in [Account.merchandise, .referralFee, .lastMile] {
      #expect(outcome.ledger.total(account).micros == 0)
    }
    // All were open for six hours, but for what the end of the window cuts off.
    let longest = orders * 6 * 360_000
    #expect(outcome.openTicks <= longest && outcome.openTicks > longest - 20 * 6 * 360_000)
  }

  @Test func `who cancels before the work begins pays nothing`() throws {
    let outcome = run(
      try model(
        demand: "rate: 20 orders/day", customers: "{patience: 6 h}",
        facility: """
          stock: null, pick: {time: 1 min, wage: 30 USD/h, paid: worked, hours: \"sun 00:00-01:00\"}, \
          pack: {time: 1 min}, pick_fee: 0.1 USD, material: 0.3 USD
          """, window: "4 d"))
    #expect(outcome.ordersCanceled == outcome.ordersPlaced && outcome.ordersPlaced > 50)
    #expect(outcome.ledger.costToServe.micros == 0)
  }

  @Test func `an order that leaves at the very instant its patience ends is delivered`() throws {
    for (patience, isCanceled) in [("2 min", false), ("119.999999 s", true)] {
      let outcome = run(
        try model(
          demand: "rate: 5 orders/day", customers: "{patience: \(patience)}",
          facility:
            "stock: null, pick: {time: 1 min, servers: 99}, pack: {time: 1 min, servers: 99}"))
      #expect(outcome.ordersPlaced > 20)
      #expect(outcome.ordersCanceled == (isCanceled ? outcome.ordersPlaced : 0))
    }
  }

  @Test func `what canceled orders had taken or waited for is there for others`() throws {
    // Two units that never come again: whoever has them cannot leave and gives them back after a day.
    let outcome = run(
      try model(
        demand: "rate: 20 orders/day", customers: "{patience: 1 d}",
        facility: """
          stock: {replenishment: {kind: base_stock, level: 2}, lead_time: 300 d}, \
          pick: {time: 1 min}, pack: {time: 1 min}
          """, pickup: ", pickup: {at: [\"18:00\"], days: sun}", window: "5 d", drain: "1 d"))
    #expect(outcome.ordersCanceled + outcome.ordersOpen == outcome.ordersPlaced)
    #expect(outcome.ordersCanceled > 60)
    // At most two are on hand, and none while somebody waits.
    let window = Int128(5 * 86_400_000_000)
    #expect(outcome.onHandTime[0] < 2 * window / 10)
    #expect(outcome.backorderedTime[0] > 10 * window)
  }

  @Test func `the platform cancels what has not left in time`() throws {
    // Until 14:00 the same day counts, else the next: parcels go on Fridays only.
    let outcome = run(
      try model(
        demand: "rate: 50 orders/day",
        facility: "stock: null, pick: {time: 0 min}, pack: {time: 1 min, servers: 99}",
        strategy: "cancellation: {dispatch: {days: 2, cut_off: \"14:00\", by: \"18:00\"}}",
        pickup: ", pickup: {at: [\"18:00\"], days: fri}", window: "7 d"))
    // From Tuesday 14:00 to Friday 17:58 orders leave in time: deadlines are Friday, Saturday and Sunday.
    let share = Double(outcome.ordersDelivered) / Double(outcome.ordersPlaced)
    let expected = (3.0 + 4.0 / 24) / 7
    let error = (expected * (1 - expected) / Double(outcome.ordersPlaced)).squareRoot()
    #expect(abs(share - expected) < 4 * error)
    #expect(outcome.ordersCanceled + outcome.ordersDelivered == outcome.ordersPlaced)
  }

  @Test func `patience is the customer's: the same orders are canceled under every strategy`()
    throws
  {
    let desk = { (hours: String) in
      """
          facilities:
            desk: {kind: seller_site, handling: {time: 1 min, hours: "\(hours)"}}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: desk, last_mile: door}]
          sourcing: [{from: desk}]
      """
    }
    let model = try Model(
      text: """
        name: paired
        experiment: {start: 2026-11-02, window: 6 d, drain: 0 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, rate: 100 orders/day, profile: flat}}
          customers: {patience: "exponential(mean: 2 d)"}
        strategies:
          a:
        \(desk("sun 00:00-01:00"))
          b:
        \(desk("sun 12:00-13:00"))
        """)
    let outcomes = [0, 1].map { model.replicate(strategy: $0, RunSeed(seed: 5, replication: 1)) }
    #expect(outcomes[0].ordersCanceled > 100)
    #expect(outcomes[0].orderHash == outcomes[1].orderHash)
    // Exponential patience: the integral of open orders over the number of canceled ones is its mean.
    let mean = Double(outcomes[0].openTicks) / Double(outcomes[0].ordersCanceled) / 8_640_000
    let error = 2 / Double(outcomes[0].ordersCanceled).squareRoot()
    #expect(abs(mean - 2) < 4 * error)
  }
}
