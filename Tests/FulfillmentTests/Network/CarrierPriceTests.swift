import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// What carriers charge, by hand to the millionth.
@Suite struct CarrierPriceTests {
  /// SKUs: a book of 0.8 kg and 1 L, a lampshade of 0.5 kg and 30 L, a dumbbell of 25 kg and 4 L.
  private func post(_ carrier: String, lane: String = "") -> ScriptedCase {
    ScriptedCase(
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [
              {name: book, price: 10 USD, weight: 0.8 kg, volume: 1 L},
              {name: lampshade, price: 40 USD, weight: 0.5 kg, volume: 30 L},
              {name: dumbbell, price: 50 USD, weight: 25 kg, volume: 4 L}]}}
        """,
      strategy: """
            facilities:
              home: {kind: seller_site, handling: {time: 0 min}}
              hub: {kind: sort_center, sites: [{name: hub, x: 0 km, y: 0 km}], sort: {time: 0 min}}
            lanes: [{from: home, to: hub, time: 1 h\(lane)}]
            last_mile: {post: {kind: parcel_carrier, transit: 1 h, \(carrier)}}
            paths: [{from: home, via: [hub], last_mile: post}]
            sourcing: [{from: home}]
        """)
  }

  private func charged(
    _ carrier: String, _ lines: [(sku: Int32, units: Int32)], lane: String = "",
    _ account: Account = .lastMile
  ) throws -> Int64 {
    try post(carrier, lane: lane).run([ScriptedOrders.Order(at: 1, lines: lines)]).ledger
      .total(account).micros
  }

  @Test func `volume counts as weight where it is more`() throws {
    let price = "base: 1 USD, per_kg: 2 USD/kg, dimensional_divisor: 5000 cm3/kg"
    // 0.8 kg against 0.2; 0.5 kg against 6; both together 1.3 kg against 6.2.
    #expect(try charged(price, [(0, 1)]) == 2_600_000)
    #expect(try charged(price, [(1, 1)]) == 13_000_000)
    #expect(try charged(price, [(0, 1), (1, 1)]) == 13_400_000)
    #expect(try charged(price, [(0, 3)]) == 5_800_000)
  }

  @Test func `rate cards are read at the chargeable weight`() throws {
    let card =
      "rates: [{up_to: 1 kg, price: 4 USD}, {up_to: 5 kg, price: 7 USD}], dimensional_divisor: 10 L/kg"
    #expect(try charged(card, [(0, 1)]) == 4_000_000)
    #expect(try charged(card, [(1, 1)]) == 7_000_000)
    // Two lampshades count as 6 kg: beyond the card in proportion to its last class.
    #expect(try charged(card, [(1, 2)]) == 8_400_000)
  }

  @Test func `residential, oversize and fuel surcharges add up`() throws {
    let price =
      "base: 8 USD, discount: 25 %, surcharge: 0.1, residential: 5 USD, residential_share: 80 %, "
      + "fuel: 0.2, oversize: [{over_weight: 20 kg, price: 15 USD}, {over_volume: 25 L, price: 3 USD}]"
    // 8 x 0.75 x 1.1 = 6.60 and 0.8 x 5 = 4, on both a fifth more: 12.72.
    #expect(try charged(price, [(0, 1)]) == 12_720_000)
    #expect(try charged(price, [(2, 1)]) == 12_720_000 + 18_000_000)
    #expect(try charged(price, [(1, 1)]) == 12_720_000 + 3_600_000)
    #expect(try charged(price, [(1, 1), (2, 1)]) == 12_720_000 + 18_000_000 + 3_600_000)
  }

  @Test func `oversize goes by the chargeable weight, and only beyond its limit`() throws {
    let price =
      "dimensional_divisor: 1 L/kg, oversize: [{over_weight: 30 kg, price: 1 USD}, "
      + "{over_volume: 30 L, price: 2 USD}]"
    #expect(try charged(price, [(1, 1)]) == 0)
    #expect(try charged(price, [(1, 1), (0, 1)]) == 3_000_000)
  }

  @Test func `air freight charges for volume too`() throws {
    let lane = ", mode: air, per_kg: 5 USD/kg, dimensional_divisor: 6000 cm3/kg"
    #expect(try charged("base: 0 USD", [(0, 1)], lane: lane, .freight) == 4_000_000)
    #expect(try charged("base: 0 USD", [(1, 1)], lane: lane, .freight) == 25_000_000)
  }
}
