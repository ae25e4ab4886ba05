import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Shares delivered within calendar and business days, by hand.
@Suite struct DayShareTests {
  @Test func `days end at midnight by the clock of the zone, and weekends are no business days`()
    throws
  {
    // Ten hours to a door in Bangkok, 7 h ahead of UTC; Monday is 2026-11-02.
    let shop = ScriptedCase(
      experiment: ", within_days: [1, 0], within_business_days: [0, 1]",
      zones: "[{name: zone, x: 0 km, y: 0 km, time_zone: Asia/Bangkok}]",
      strategy: """
            facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
            last_mile: {door: {kind: parcel_carrier, transit: 10 h}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    let orders: [(placed: String, days: Int, businessDays: Int)] = [
      // 08:00 to 18:00; 14:00 to midnight, which is the next day's; 15:00 to 01:00; midnight to 10:00.
      ("2026-11-02T01:00", 0, 0), ("2026-11-02T07:00", 1, 1), ("2026-11-02T08:00", 1, 1),
      ("2026-11-02T17:00", 0, 0),
      // Friday 15:00 to Saturday 01:00; Saturday 08:00 to 18:00; Sunday 15:00 to Monday 01:00.
      ("2026-11-06T08:00", 1, 1), ("2026-11-07T01:00", 0, 0), ("2026-11-08T08:00", 1, 0),
    ]
    let network = try shop.network()
    let names = network.measures.map(\.name).filter { $0.hasPrefix("delivered_within") }
    #expect(names == ["0d", "1d", "0bd", "1bd"].map { "delivered_within.\($0)" })
    for order in orders {
      let outcome = try shop.run([ScriptedOrders.Order(at: shop.instant(order.placed))])
      let expected = [
        order.days <= 0, order.days <= 1, order.businessDays <= 0, order.businessDays <= 1,
      ]
      #expect(outcome.ordersDelivered == 1)
      #expect(outcome.deliveredWithinDays == expected.map { $0 ? 1 : 0 }, "\(order.placed)")
    }
  }
}
