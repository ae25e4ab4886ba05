import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// What each kind of building takes and costs, by hand to the microsecond and the millionth.
@Suite struct FacilityTests {
  private let second: Int64 = 1_000_000

  private func expect(_ outcome: Outcome, _ amounts: [Account: Int64]) {
    for account in Account.allCases where account.isCostToServe {
      #expect(outcome.ledger.total(account).micros == amounts[account] ?? 0, "\(account.name)")
    }
  }

  @Test func `a parcel is worked on and rests in every building that it passes`() throws {
    let export = ScriptedCase(
      sellers:
        "{shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [{name: lamp, price: 20 USD, weight: 2 kg}]}}",
      strategy: """
            facilities:
              home: {kind: seller_site, handling: {time: 2 min, servers: 1, wage: 30 USD/h, paid: worked}, material: 0.5 USD}
              hub:
                kind: export_hub
                sites: [{name: hub, x: 0 km, y: 0 km}]
                receive: {time: 3 min, servers: 1, wage: 20 USD/h, paid: worked}
                consolidation: 6 h
                per_parcel: 0.4 USD
              port: {kind: gateway, sites: [{name: port, x: 0 km, y: 0 km}], handling: 2 h, per_kg: 0.25 USD/kg}
              dock:
                kind: cross_dock
                sites: [{name: dock, x: 0 km, y: 0 km}]
                unload: {time: 30 s, servers: 1, wage: 24 USD/h, paid: worked}
                staging: 2 h
                per_parcel: 0.1 USD
              sort: {kind: sort_center, sites: [{name: sort, x: 0 km, y: 0 km}], sort: {time: 6 s, servers: 1, wage: 36 USD/h, paid: worked}, dwell: 1 h}
              station: {kind: delivery_station, sites: [{name: station, x: 0 km, y: 0 km}], sort: {time: 12 s, servers: 1, wage: 36 USD/h, paid: worked}}
            lanes:
              - {from: home, to: hub, time: 1 h}
              - {from: hub, to: port, time: 1 h}
              - {from: port, to: dock, mode: ocean, time: 24 h}
              - {from: dock, to: sort, time: 1 h}
              - {from: sort, to: station, time: 1 h}
            last_mile: {door: {kind: parcel_carrier, transit: 3 h, base: 4 USD}}
            paths: [{from: home, via: [hub, port, dock, sort, station], last_mile: door}]
            sourcing: [{from: home}]
        """)
    let outcome = try export.run([.init(at: 0)])
    // 28 h on lanes, 11 h in buildings, 3 h to the door; 5 min and 48 s of work.
    export.expectDelivered(outcome, at: [(42 * 3600 + 348) * second])
    expect(
      outcome,
      [
        .pick: 1_000_000, .pack: 500_000, .freight: 500_000, .lastMile: 4_000_000,
        // Hub 1.4, dock 0.3, sort 0.06, station 0.12.
        .handling: 1_880_000,
      ])
  }

  @Test func `a center picks by the line, packs, sorts and lets rest`() throws {
    let center = ScriptedCase(
      sellers: "{shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 2}}",
      strategy: """
            facilities:
              fc:
                kind: fulfillment_center
                sites: [{name: fc, x: 0 km, y: 0 km}]
                stock: null
                pick: {time: 40 s, per: line, servers: 1, wage: 36 USD/h, paid: worked}
                pack: {time: 30 s, servers: 1, wage: 36 USD/h, paid: worked}
                sort: {time: 6 s, servers: 1, wage: 36 USD/h, paid: worked}
                dwell: 4 h
                pick_fee: 0.2 USD
                material: 0.5 USD
                overhead: 0.7 USD
            last_mile: {door: {kind: parcel_carrier, transit: 1 h, base: 4 USD}}
            paths: [{from: fc, last_mile: door}]
            sourcing: [{from: fc}]
        """)
    // The second waits for the picker, 80 s, and then for nobody.
    let outcome = try center.run([
      .init(at: 0, lines: [(0, 2), (1, 1)]), .init(at: 1, lines: [(0, 1), (1, 1)]),
    ])
    let first = (5 * 3600 + 116) * second
    center.expectDelivered(outcome, at: [first, first + 80 * second])
    expect(
      outcome,
      [
        .pick: 2_400_000, .pack: 1_600_000, .handling: 120_000, .fixed: 1_400_000,
        .lastMile: 8_000_000,
      ])
  }

  @Test func `a store's pickers may pack, or others`() throws {
    func store(_ keys: String) throws -> (ScriptedCase, Outcome) {
      let store = ScriptedCase(
        strategy: """
              facilities:
                store:
                  kind: dark_store
                  sites: [{name: store, x: 0 km, y: 0 km}]
                  stock: null
                  pick: {time: 2 min, servers: 1, wage: 36 USD/h, paid: worked}
                  pick_fee: 0.1 USD
                  material: 0.3 USD\(keys)
              last_mile: {door: {kind: parcel_carrier, transit: 10 min}}
              paths: [{from: store, last_mile: door}]
              sourcing: [{from: store}]
          """)
      return (store, try store.run([.init(at: 0), .init(at: 0)]))
    }
    let (alone, one) = try store("")
    alone.expectDelivered(one, at: [720 * second, 840 * second])
    expect(one, [.pick: 2_600_000, .pack: 600_000])
    let (apart, two) = try store(
      "\n        pack: {time: 1 min, servers: 1, wage: 36 USD/h, paid: worked}")
    apart.expectDelivered(two, at: [780 * second, 900 * second])
    expect(two, [.pick: 2_600_000, .pack: 1_800_000])
  }
}
