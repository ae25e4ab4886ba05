import Quantities
import Testing

@testable import Fulfillment

/// Stock from stock, receiving and putaway, help from sister sites, bond, room: computed by hand.
@Suite struct SupplyTests {
  private static let minute: Int64 = 60_000_000
  private static let hour = 60 * minute

  /// A depot two hours away, an airport between that takes an hour, and a shop with one item on the shelf.
  private func chain(
    shop: String = "", depot: Int = 10, lane: String = "time: 2 h",
    port: String = "kind: gateway, handling: 1 h, per_kg: 0.25 USD/kg"
  ) -> ScriptedCase {
    ScriptedCase(
      days: 3,
      sellers:
        "{shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: item, price: 50 USD, margin: 40 %, weight: 2 kg}]}}",
      strategy: """
            facilities:
              dc:
                kind: fulfillment_center
                sites: [{name: dc, x: 100 km, y: 0 km}]
                stock: {replenishment: {kind: base_stock, level: \(depot)}, lead_time: 20 h}
              port: {sites: [{name: port, x: 50 km, y: 0 km}], \(port)}
              shop:
                kind: fulfillment_center
                sites: [{name: shop, x: 0 km, y: 0 km}]
                stock: {from: dc, via: [port], replenishment: {kind: base_stock, level: 1}\(shop)}
                pick: {time: 0 min}
                pack: {time: 0 min}
            lanes:
              - {from: dc, to: port, mode: air, \(lane), per_unit: 3 USD, per_kg: 0.5 USD/kg}
              - {from: port, to: shop, time: 30 min}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: shop, last_mile: door}]
            sourcing: [{from: shop}]
        """)
  }

  @Test func `goods come from the stock above over the lanes, and cost what the lanes ask`() throws
  {
    let test = chain()
    let times = ["08:00", "09:00", "10:00"].map { test.instant("2026-11-02T\($0)") }
    let outcome = try test.run(times.map { .init(at: $0) })
    // The first is on the shelf; each one ordered at a sale takes 3.5 h and is the next one's.
    test.expectDelivered(
      outcome, at: [times[0], times[0] + 210 * Self.minute, times[1] + 210 * Self.minute])
    // Three units of 2 kg went through the air at 3 + 1 USD and the port at 0.5 USD.
    #expect(outcome.ledger.total(.freight).micros == 3 * 4_500_000)
    #expect(outcome.unitsFilled == 1)
  }

  @Test func `goods on their way to a shelf emit by weight and distance`() throws {
    let test = chain()
    let outcome = try test.run(
      ["08:00", "09:00"].map { .init(at: test.instant("2026-11-02T\($0)")) })
    // Two units of 2 kg over 50 km on a short flight at 1278 and 205 g/(t km).
    let flown = Emissions.Part.allCases.map {
      outcome.co2e.micrograms[Emissions.row(.air, .freight, $0)]
    }
    let expected: [Int64] = [255_600_000, 41_000_000]
    #expect(flown == expected)
  }

  @Test func `goods that are not sold yet are declared at what they have cost`() throws {
    // 30 USD each, sold for 50: a tenth of duty where 25 USD are free of it, 7 % of tax on 33 USD.
    let border = "kind: customs, clearing: {time: 0 s}, processing: 1 h, tax: 7 %, "
    for (rules, due) in [
      ("duty: 10 %, de_minimis: 25 USD", [6_000_000, 4_620_000]),
      ("duties: [{rate: 10 %}], exemptions: [{value: 25 USD}]", [6_000_000, 4_620_000]),
      ("duties: [{rate: 10 %}], exemptions: [{value: 40 USD}]", [0, 4_200_000]),
    ] as [(String, [Int64])] {
      let test = chain(port: border + rules)
      let outcome = try test.run(
        ["08:00", "09:00"].map { .init(at: test.instant("2026-11-02T\($0)")) })
      let posted = [Account.duty, .importTax].map { outcome.ledger.total($0).micros }
      #expect(posted == due, "\(rules)")
    }
  }

  @Test func `what the stock above lacks is backordered there`() throws {
    let test = chain(depot: 1)
    let times = ["08:00", "09:00", "10:00"].map { test.instant("2026-11-02T\($0)") }
    let outcome = try test.run(times.map { .init(at: $0) })
    // The depot's one goes at eight and is replaced at four in the morning, 20 h after; the sale of nine asked
    // for that one, the sale of ten is nobody's then.
    test.expectDelivered(
      outcome,
      at: [times[0], times[0] + 210 * Self.minute, times[0] + 20 * Self.hour + 210 * Self.minute])
  }

  @Test func `departures hold replenishment until they leave`() throws {
    let test = chain(lane: "time: 2 h, departures: {at: [\"12:00\"], cut_off: 1 h}")
    let times = ["08:00", "09:00", "11:30"].map { test.instant("2026-11-02T\($0)") }
    let outcome = try test.run(times.map { .init(at: $0) })
    let noon = test.instant("2026-11-02T12:00")
    // Both of the morning leave at noon; the third customer takes the second of them.
    test.expectDelivered(
      outcome, at: [times[0], noon + 210 * Self.minute, noon + 210 * Self.minute])
  }

  @Test func `goods are on hand after receiving and putaway, one after the other`() throws {
    let test = chain(
      shop:
        ", receiving: {servers: 1, time: 10 min, wage: 6 USD/h, paid: worked}, putaway: {servers: 1, time: 40 min, per: unit, wage: 6 USD/h, paid: worked}"
    )
    let time = test.instant("2026-11-02T08:00")
    let outcome = try test.run((0..<3).map { _ in .init(at: time) })
    // All three come at 11:30, are unloaded until 11:40, 11:50, 12:00 and stored at 12:20, 13:00, 13:40.
    let came = time + 210 * Self.minute
    test.expectDelivered(outcome, at: [time, came + 50 * Self.minute, came + 90 * Self.minute])
    #expect(outcome.ledger.total(.inbound).micros == 3 * 50 * 100_000)
  }

  @Test func `a shipment to a supplier's customer is received too`() throws {
    let test = ScriptedCase(
      days: 3,
      strategy: """
            facilities:
              shop:
                kind: fulfillment_center
                sites: [{name: shop, x: 0 km, y: 0 km}]
                stock: {replenishment: {kind: base_stock, level: 1}, lead_time: 5 h, putaway: {servers: 1, time: 1 h}}
                pick: {time: 0 min}
                pack: {time: 0 min}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: shop, last_mile: door}]
            sourcing: [{from: shop}]
        """)
    let outcome = try test.run([.init(at: 0), .init(at: 0), .init(at: 0)])
    test.expectDelivered(outcome, at: [0, 6 * Self.hour, 7 * Self.hour])
  }

  /// Two shops 40 km apart; the second has five.
  private func sisters(keep: Int) -> ScriptedCase {
    ScriptedCase(
      days: 3,
      zones: "[{name: a, x: 0 km, y: 0 km}, {name: b, x: 40 km, y: 0 km}]",
      strategy: """
            facilities:
              shop:
                kind: fulfillment_center
                sites: [{name: s1, x: 0 km, y: 0 km}, {name: s2, x: 40 km, y: 0 km}]
                stock:
                  lead_time: 10 h
                  levels:
                    - {site: s1, sku: SKU1, reorder_point: 0, quantity: 1, initial: 1}
                    - {site: s2, sku: SKU1, reorder_point: 0, quantity: 5, initial: 5}
                  transshipment: {keep: \(keep)}
                pick: {time: 0 min}
                pack: {time: 0 min}
            lanes: [{from: shop, to: shop, time: 1 h, per_unit: 2 USD}]
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: shop, last_mile: door}]
            sourcing: [{from: shop, within: 1 km}]
        """)
  }

  @Test func `who is short is helped by a sister site that can spare some`() throws {
    let test = sisters(keep: 3)
    let outcome = try test.run((0..<4).map { _ in .init(at: 0) })
    // The first takes the last one, which is ordered anew; two are fetched; the fourth gets the one ordered,
    // after ten hours.
    test.expectDelivered(outcome, at: [0, Self.hour, Self.hour, 10 * Self.hour])
    #expect(outcome.transshipped == [2, 0])
    #expect(outcome.ledger.total(.linehaul).micros == 2 * 2_000_000)
    let none = try sisters(keep: 5).run((0..<2).map { _ in .init(at: 0) })
    #expect(none.transshipped == [0, 0])
  }

  @Test func `a warehouse in bond pays duty when an order leaves, on what it is sold for`() throws {
    let test = ScriptedCase(
      days: 3,
      sellers:
        "{shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: item, price: 50 USD, margin: 40 %}]}}",
      strategy: """
            facilities:
              origin: {kind: gateway, sites: [{name: origin, x: 900 km, y: 0 km}]}
              border: {kind: customs, sites: [{name: border, x: 10 km, y: 0 km}], clearing: {time: 0 min}, processing: 1 h, duty: 10 %, brokerage: 1 USD}
              bond:
                kind: bonded_warehouse
                sites: [{name: bond, x: 0 km, y: 0 km}]
                stock: {from: origin, replenishment: {kind: base_stock, level: 4}}
                pick: {time: 0 min}
                pack: {time: 0 min}
                declaration: 3 h
                duty: 10 %
                de_minimis: 60 USD
                brokerage: 2 USD
              fc:
                kind: fulfillment_center
                sites: [{name: fc, x: 5 km, y: 0 km}]
                stock: {from: origin, via: [border], replenishment: {kind: base_stock, level: 0}}
            lanes:
              - {from: origin, to: bond, mode: ocean, time: 9 h}
              - {from: origin, to: border, mode: ocean, time: 9 h}
              - {from: border, to: fc, time: 1 h}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: [bond, fc], last_mile: door}]
            sourcing: [{from: fc}, {from: bond}]
        """)
    // fc has none and keeps none: bond ships. One item is below de minimis, two are not.
    let outcome = try test.run([.init(at: 0), .init(at: 0, lines: [(0, 2)])])
    test.expectDelivered(outcome, at: [3 * Self.hour, 3 * Self.hour])
    #expect(outcome.ledger.total(.duty).micros == 10_000_000)
    #expect(outcome.ledger.total(.brokerage).micros == 4_000_000)
    // Now bond is short as well: the order waits at bond, the last tier's; what fc brings in is dutied on cost.
    let more = try test.run([.init(at: 0, lines: [(0, 4)]), .init(at: 0)])
    #expect(more.ordersDelivered == 2)
    #expect(more.ledger.total(.duty).micros == 20_000_000)
  }

  /// Room for three units; ten come at a time.
  private func room(_ limit: String) -> ScriptedCase {
    ScriptedCase(
      days: 3,
      strategy: """
            facilities:
              shop:
                kind: fulfillment_center
                sites: [{name: shop, x: 0 km, y: 0 km}]
                stock:
                  replenishment: {kind: r_Q, reorder_point: -1, quantity: 10}
                  lead_time: 10 h
                  levels: [{site: shop, sku: SKU1, reorder_point: 0, quantity: 10, initial: 1}]
                  limit: {units: 3, \(limit)}
                pick: {time: 0 min}
                pack: {time: 0 min}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: shop, last_mile: door}]
            sourcing: [{from: shop}]
        """)
  }

  @Test func `what finds no room is refused, but for what is waited for`() throws {
    let test = room("full: refuse")
    let outcome = try test.run((0..<3).map { _ in .init(at: 0) })
    test.expectDelivered(outcome, at: [0, 10 * Self.hour, 10 * Self.hour])
    // Two of ten are waited for, three find room, five go back.
    #expect(outcome.refused == [5])
    // From ten o'clock on of three days.
    #expect(outcome.spaceTime == [Int128(3 * 62 * Self.hour)])
    #expect(outcome.overflowTime == [0])
  }

  @Test func `what overflows is paid for by time`() throws {
    let test = room("full: overflow, overflow_per_unit: 24 USD/d")
    let outcome = try test.run((0..<3).map { _ in .init(at: 0) })
    #expect(outcome.refused == [0])
    #expect(outcome.overflowTime == [Int128(5 * 62 * Self.hour)])
    #expect(outcome.ledger.total(.storage).micros == 5 * 62 * 1_000_000)
  }

  /// Refused from a stock above: units go back there, in the time they came.
  @Test func `what is refused goes back to where it came from`() throws {
    let test = chain(shop: ", limit: {units: 0, full: refuse}", depot: 2)
    let time = test.instant("2026-11-02T08:00")
    // The shelf starts over-full with one; its replacement comes at 11:30, finds no room and is back at 15:00.
    // In the evening two are sent, one for the customer and one that is refused again.
    let outcome = try test.run([.init(at: time), .init(at: time + 12 * Self.hour)])
    test.expectDelivered(
      outcome, at: [time, time + 12 * Self.hour + 210 * Self.minute])
    #expect(outcome.refused.reduce(0, +) == 2)
  }
}
