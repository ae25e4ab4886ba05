import Foundation
import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// What vehicles of a departure take, against loading by hand and by brute force.
@Suite struct VehicleTests {
  /// A seller at the origin, a truck every hour to a station 60 km away that takes an hour, and the door.
  /// SKUs: a brick of 4 kg and 10 L, a pillow of 1 kg and 60 L, a safe of 15 kg and 20 L.
  private func road(_ departures: String, perTrip: String = "9 USD") -> ScriptedCase {
    ScriptedCase(
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km}], products: [
              {name: brick, price: 1 USD, weight: 4 kg, volume: 10 L},
              {name: pillow, price: 1 USD, weight: 1 kg, volume: 60 L},
              {name: safe, price: 1 USD, weight: 15 kg, volume: 20 L}]}}
        """,
      strategy: """
            facilities:
              home: {kind: seller_site, handling: {time: 0 min}}
              station: {kind: delivery_station, sites: [{name: station, x: 60 km, y: 0 km}], sort: {time: 0 min}}
            lanes:
              - {from: home, to: station, time: 1 h, per_trip: \(perTrip), departures: {every: 1 h, \(departures)}}
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: home, via: [station], last_mile: door}]
            sourcing: [{from: home}]
        """)
  }

  private let hour: Int64 = 3_600_000_000

  private func orders(_ lines: [[(sku: Int32, units: Int32)]]) -> [ScriptedOrders.Order] {
    lines.enumerated().map { ScriptedOrders.Order(at: Int64($0.offset + 1), lines: $0.element) }
  }

  /// Instants at the door of goods that leave after so many hours.
  private func doors(_ leaves: [Int]) -> [Int64] { leaves.map { Int64($0 + 1) * hour } }

  private func linehaul(_ outcome: Outcome) -> Int64 {
    outcome.ledger.total(.firstMile).micros
  }

  @Test func `weight fills a vehicle and the rest leaves with the next in order`() throws {
    let road = road("payload: 10 kg")
    // 4 + 4 kg fit, the third brick would make 12; then 4 + 4 + 1 kg.
    let outcome = try road.run(orders([[(0, 1)], [(0, 1)], [(0, 1)], [(0, 1)], [(1, 1)]]))
    road.expectDelivered(outcome, at: doors([1, 1, 2, 2, 2]))
    #expect(linehaul(outcome) == 18_000_000)
  }

  @Test func `nothing passes what waits before it, though it would fit`() throws {
    let road = road("payload: 10 kg")
    // Three bricks are 12 kg and larger than a vehicle; the pillow would fit beside the first brick.
    let outcome = try road.run(orders([[(0, 1)], [(0, 3)], [(1, 1)]]))
    road.expectDelivered(outcome, at: doors([1, 2, 3]))
    #expect(linehaul(outcome) == 27_000_000)
  }

  @Test func `volume fills a vehicle before its weight does`() throws {
    let road = road("payload: 10 kg, volume: 0.1 m3")
    let outcome = try road.run(orders([[(1, 1)], [(0, 1)], [(1, 1)], [(1, 2)]]))
    // 60 + 10 L; 60 L; 120 L alone, because they are more than a vehicle takes.
    road.expectDelivered(outcome, at: doors([1, 1, 2, 3]))
  }

  @Test func `several vehicles leave at a time, each with its trip shared by its own load`() throws
  {
    let road = road("payload: 10 kg, vehicles: 2", perTrip: "10 USD")
    // [4 + 4] [4 + 1 + 1 + 1] leave at one, [15] [15] at two, [1] at three.
    let outcome = try road.run(
      orders([
        [(0, 1)], [(0, 1)], [(0, 1)], [(1, 1)], [(1, 1)], [(1, 1)], [(2, 1)], [(2, 1)], [(1, 1)],
      ]))
    road.expectDelivered(outcome, at: doors([1, 1, 1, 1, 1, 1, 2, 2, 3]))
    #expect(linehaul(outcome) == 50_000_000)
  }

  @Test func `parcels count beside weight`() throws {
    let road = road("capacity: 2, payload: 100 kg, vehicles: 2, cut_off: 30 min")
    let outcome = try road.run(orders(Array(repeating: [(1, 1)], count: 5)))
    road.expectDelivered(outcome, at: doors([1, 1, 1, 1, 2]))
    #expect(linehaul(outcome) == 27_000_000)
  }

  @Test func `goods that no vehicle takes are told when the scenario is read`() throws {
    let text = road("payload: 10 kg, volume: 0.05 m3").text
    let warnings = try #require(compileMessages(text))
    #expect(warnings.contains("a unit of 'safe' has 15 kg, and a vehicle takes 10 kg"))
    #expect(warnings.contains("a unit of 'pillow' has 0.06 m3, and a vehicle takes 0.05 m3"))
  }

  @Test(arguments: 1...12) func `loading agrees with brute force`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let payload = dice.count(8...30)
    let liters = dice.count(60...300)
    let vehicles = dice.count(1...3)
    let capacity = dice.count(2...9)
    let cutOff = dice.count(0...50)
    let road = road(
      "payload: \(payload) kg, volume: \(liters) L, vehicles: \(vehicles), capacity: \(capacity), "
        + "cut_off: \(cutOff) min")
    var at: Int64 = 0
    let orders = (0..<400).map { _ in
      at += Int64(dice.count(1...900)) * 1_000_000
      return ScriptedOrders.Order(
        at: at,
        lines: (0..<dice.count(1...3)).map { _ in
          (Int32(dice.count(0...2)), Int32(dice.count(1...2)))
        })
    }
    let outcome = try road.run(orders)

    // Hour by hour, one list of what waits, each vehicle filled from its head.
    let (kilograms, volumes) = ([4, 1, 15], [10, 60, 20])
    var waiting = orders.indices.map { $0 }
    var doors = [Int64](repeating: 0, count: orders.count)
    var trips: Int64 = 0
    var now: Int64 = 0
    while !waiting.isEmpty {
      now += hour
      for _ in 0..<vehicles {
        var room = (parcels: capacity, weight: payload, volume: liters)
        var isEmpty = true
        while let next = waiting.first, orders[next].at <= now - Int64(cutOff) * 60_000_000 {
          let weight = orders[next].lines.reduce(0) { $0 + kilograms[Int($1.sku)] * Int($1.units) }
          let volume = orders[next].lines.reduce(0) { $0 + volumes[Int($1.sku)] * Int($1.units) }
          let fits = weight <= room.weight && volume <= room.volume && room.parcels > 0
          guard fits || isEmpty else { break }
          room = (room.parcels - 1, room.weight - weight, room.volume - volume)
          isEmpty = false
          doors[next] = now + hour
          waiting.removeFirst()
        }
        if !isEmpty { trips += 1 }
      }
    }
    road.expectDelivered(outcome, at: doors)
    #expect(linehaul(outcome) == trips * 9_000_000)
  }

  /// Bulk departures at fixed times (Bailey 1954): Poisson arrivals, at most c leave every hour. The number
  /// left behind is a random walk whose steady state is found here by iterating its law; between departures
  /// what waits grows evenly, so L = E[left] + λT/2 and W = L / λ.
  @Test func `the wait for departures with a capacity is that of the bulk-service queue`() throws {
    let (perHour, capacity) = (8.5, 10)
    var left = [1.0] + [Double](repeating: 0, count: 400)
    var arrivals = [exp(-perHour)]
    for count in 1..<80 { arrivals.append(arrivals[count - 1] * perHour / Double(count)) }
    for _ in 0..<4000 {
      var next = [Double](repeating: 0, count: left.count)
      for (number, share) in left.enumerated() where share > 1e-18 {
        for (more, chance) in arrivals.enumerated() {
          next[min(left.count - 1, max(0, number + more - capacity))] += share * chance
        }
      }
      left = next
    }
    let behind = left.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let wait = behind / perHour + 0.5

    var road = road("capacity: \(capacity)")
    road.days = 300
    let text = road.text.replacing("rate: 10 orders/day", with: "rate: 8.5 orders/h, profile: flat")
    let model = try Model(text: text)
    let stage = Stage.allCases.firstIndex(of: .departure)!
    let waits = (0..<10).map { replication in
      let outcome = model.replicate(strategy: 0, RunSeed(seed: 5, replication: replication))
      return Double(outcome.stageTicks[stage]) / 360_000 / Double(outcome.ordersDelivered)
    }
    let mean = waits.reduce(0, +) / 10
    let variance = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9
    let z = (mean - wait) / (variance / 10).squareRoot()
    #expect(abs(z) <= 4, "\(mean) h, exact \(wait) h")
    #expect(behind > 1)
  }
}
