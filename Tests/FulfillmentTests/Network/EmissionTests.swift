import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// CO2e of transport, by hand to the microgram.
@Suite struct EmissionTests {
  /// Goods of 2 kg and 500 g; a truck of 1000 km with circuity 1.2, then a flight of 6000 km, then the door.
  private func haul(
    _ road: String = "",
    _ carrier: String = "stop_distance: 0 km, co2e: 0 g/(t km), co2e_upstream: 0 g/(t km)"
  )
    -> ScriptedCase
  {
    ScriptedCase(
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [
              {name: kettle, price: 1 USD, weight: 2 kg}, {name: cup, price: 1 USD, weight: 500 g}]}}
        """,
      strategy: """
            facilities:
              home: {kind: seller_site, handling: {time: 0 min}}
              airport: {kind: gateway, sites: [{name: airport, x: 1000 km, y: 0 km}], handling: 0 min}
              abroad: {kind: gateway, sites: [{name: abroad, x: 1000 km, y: 6000 km}], handling: 0 min}
            lanes:
              - {from: home, to: airport, time: 1 h, circuity: 1.2\(road)}
              - {from: airport, to: abroad, mode: air, time: 1 h}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min, \(carrier)}}
            paths: [{from: home, via: [airport, abroad], last_mile: door}]
            sourcing: [{from: home}]
        """)
  }

  private func emitted(_ outcome: Outcome, _ mode: Lane.Mode, _ account: Account) -> [Int64] {
    Emissions.Part.allCases.map { outcome.co2e.micrograms[Emissions.row(mode, account, $0)] }
  }

  @Test func `lanes emit by weight and distance with the factors of their modes`() throws {
    let outcome = try haul().run([
      ScriptedOrders.Order(at: 1, lines: [(0, 1)]), ScriptedOrders.Order(at: 2, lines: [(1, 3)]),
    ])
    // 3.5 kg: 0.0035 t over 1200 km at 78 and 18 g, over 6000 km at 899 and 135 g.
    #expect(emitted(outcome, .truck, .firstMile) == [327_600_000, 75_600_000])
    #expect(emitted(outcome, .air, .freight) == [18_879_000_000, 2_835_000_000])
    #expect(outcome.co2e.posted == 22_117_200_000)
    #expect(outcome.co2e.grams(.wellToTank) == 2910.6)
    #expect(outcome.co2e.grams(by: .air) == 21_714)
    #expect(outcome.co2e.grams(on: .firstMile) == 403.2)
  }

  @Test func `factors may be given`() throws {
    let outcome = try haul(", co2e: 60 g/(t km), co2e_upstream: 14 g/(t km)").run([
      ScriptedOrders.Order(at: 1, lines: [(0, 1)])
    ])
    #expect(emitted(outcome, .truck, .firstMile) == [144_000_000, 33_600_000])
  }

  @Test func `a vehicle's way is shared by its load`() throws {
    let truck =
      ", departures: {every: 24 h, capacity: 3}, co2e_per_km: 929 g/km, co2e_per_km_upstream: 200 g/km"
    let outcome = try haul(truck).run(
      (1...4).map { ScriptedOrders.Order(at: $0, lines: [(1, 1)]) })
    // Two trips of 1200 km, whatever they carry.
    #expect(
      emitted(outcome, .truck, .firstMile) == [2 * 1_114_800_000_000, 2 * 240_000_000_000])
    let alone = try haul(", co2e_per_km: 929 g/km").run([
      ScriptedOrders.Order(at: 1, lines: [(1, 1)])
    ])
    #expect(emitted(alone, .truck, .firstMile) == [1_114_800_000_000, 0])
  }

  @Test func `parcel carriers emit between buildings by weight and to the door by the stop`() throws
  {
    // From 6083 km away, 1.3 times that by truck with 2 kg; half a kilometer of a van.
    let outcome = try haul("", "base: 1 USD").run([ScriptedOrders.Order(at: 1, lines: [(0, 1)])])
    let way = (1_000_000.0 * 1_000_000 + 6_000_000.0 * 6_000_000).squareRoot() * 1.3
    #expect(
      emitted(outcome, .truck, .lastMile)
        == [78.0, 18].map {
          Int64((way * 2000 * $0 * 1e-3).rounded())
        })
    #expect(emitted(outcome, .van, .lastMile) == [139_400_000, 33_300_000])
  }

  @Test func `couriers' and vans' ways are shared by their stops`() throws {
    let city = ScriptedCase(
      zones: "[{name: zone, x: 3 km, y: 0 km, area: 0.0001 km2}]",
      strategy: """
            facilities: {store: {kind: dark_store, sites: [{name: store, x: 0 km, y: 0 km}], stock: null, pick: {time: 0 min}}}
            last_mile: {ride: {kind: courier_rounds, couriers: 1, batch: 2, circuity: 1, service: 0 min, co2e_per_km: 10 g/km, co2e_per_km_upstream: 2 g/km}}
            paths: [{from: store, last_mile: ride}]
            sourcing: [{from: store}]
        """)
    let outcome = try city.run((1...3).map { ScriptedOrders.Order(at: $0) })
    // One alone and two together: two ways there and back, each within a few meters of 6 km.
    let burned = Double(emitted(outcome, .bike, .lastMile)[0]) * 1e-6
    let upstream = Double(emitted(outcome, .bike, .lastMile)[1]) * 1e-6
    #expect(abs(burned - 120) < 1)
    #expect(abs(upstream - burned / 5) < 1e-5)
    #expect(outcome.co2e.posted == emitted(outcome, .bike, .lastMile).reduce(0, +))

    let district = ScriptedCase(
      zones: "[{name: zone, x: 20 km, y: 0 km, area: \(Double.pi * 9) km2}]",
      strategy: """
            facilities: {station: {kind: fulfillment_center, sites: [{name: station, x: 0 km, y: 0 km}], stock: null, pick: {time: 0 min}, pack: {time: 0 min}}}
            last_mile: {vans: {kind: van_rounds, waves: {at: ["10:00"]}, vans: 1, circuity: 1, service: 1 min}}
            paths: [{from: station, last_mile: vans}]
            sourcing: [{from: station}]
        """)
    let round = try district.run((1...5).map { ScriptedOrders.Order(at: $0) })
    // Twice 20 km and two thirds of 3 km, and four legs of 0.7124 sqrt(A / n).
    let meters = 2 * 22_000 + 4 * 0.7124 * (Double.pi * 9e6 / 5).squareRoot()
    #expect(
      emitted(round, .van, .lastMile) == [278.8, 66.6].map { Int64((meters * $0 * 1e3).rounded()) })
  }

  @Test func `orders of the warm-up and open ones emit nothing`() throws {
    var haul = haul()
    haul.strategy = haul.strategy.replacing("mode: air, time: 1 h", with: "mode: air, time: 400 d")
    let outcome = try haul.run([ScriptedOrders.Order(at: 1, lines: [(0, 1)])])
    #expect(outcome.ordersOpen == 1)
    #expect(outcome.co2e.posted == 0)
  }

  @Test(arguments: 1...20) func `legs add up to the whole in any scenario`(seed: Int) throws {
    let model = try GeneratedScenario(seed: UInt64(seed)).model()
    for strategy in model.networks.indices {
      let outcome = model.replicate(strategy: strategy, RunSeed(seed: 1, replication: 0))
      let network = model.networks[strategy]
      let emitters = network.tables.emitters
      let byMode = emitters.modes.reduce(0) { $0 + outcome.co2e.grams(by: $1) }
      let byAccount = emitters.accounts.reduce(0) { $0 + outcome.co2e.grams(on: $1) }
      #expect(abs(byMode - outcome.co2e.grams) <= 1e-9 * outcome.co2e.grams)
      #expect(abs(byAccount - outcome.co2e.grams) <= 1e-9 * outcome.co2e.grams)
      #expect(outcome.co2e.micrograms.reduce(0, +) == outcome.co2e.posted)
      #expect(outcome.violations == [])
    }
  }
}
