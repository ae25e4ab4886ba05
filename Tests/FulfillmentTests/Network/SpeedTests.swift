import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Vehicles whose speed depends on the hour, by hand to the microsecond.
@Suite struct SpeedTests {
  /// Half speed from 7 to 9, a quarter at 17.
  private static let factors = (0..<24).map { hour in
    switch hour {
    case 7, 8: "0.5"
    case 17: "0.25"
    default: "1"
    }
  }.joined(separator: ", ")

  /// Couriers of 20 km/h, customers all at one place 10 km from the store.
  private func city(_ keys: String = "", couriers: Int = 1) -> ScriptedCase {
    ScriptedCase(
      zones: "[{name: zone, x: 10 km, y: 0 km, area: 1 km2}]",
      strategy: """
            facilities: {store: {kind: dark_store, sites: [{name: store, x: 0 km, y: 0 km}], stock: null, pick: {time: 0 min}}}
            last_mile:
              ride: {kind: courier_rounds, couriers: \(couriers), batch: 1, loading: 0 min, circuity: 1, speed: 20 km/h, service: 6 min, speed_by_hour: [\(Self.factors)]\(keys)}
            paths: [{from: store, last_mile: ride}]
            sourcing: [{from: store}]
        """, customersAreCentral: true)
  }

  private func expect(_ city: ScriptedCase, _ placed: String, _ door: String) throws {
    let outcome = try city.run([ScriptedOrders.Order(at: city.instant(placed))])
    #expect(outcome.ordersDelivered == 1)
    let expected = Double(city.instant(door) - city.instant(placed)) / 10_000
    #expect(abs(Double(outcome.clickToDoorTicks) - expected) <= 2, "\(placed)")
  }

  @Test func `a ride takes as long as the hours it passes through make it`() throws {
    let city = city()
    // Half an hour at full speed, an hour at half of it, and 6 minutes at the door.
    try expect(city, "2026-11-02T05:00", "2026-11-02T05:36")
    try expect(city, "2026-11-02T07:00", "2026-11-02T08:06")
    // Ten minutes before seven, then forty.
    try expect(city, "2026-11-02T06:50", "2026-11-02T07:46")
    // Twenty minutes before nine at half speed, then twenty at full.
    try expect(city, "2026-11-02T08:40", "2026-11-02T09:26")
    // Ten before five, the whole hour is worth fifteen, then five.
    try expect(city, "2026-11-02T16:50", "2026-11-02T18:11")
  }

  @Test func `a courier goes again when back, at the speed of the hour`() throws {
    let city = city()
    let first = city.instant("2026-11-02T06:30")
    let outcome = try city.run([
      ScriptedOrders.Order(at: first), ScriptedOrders.Order(at: first + 1),
    ])
    // At the door 7:00 + 6 min; back an hour later; out again at 8:06: 54 minutes at half speed and 3 more.
    let doors = ["2026-11-02T07:06", "2026-11-02T09:09"].map(city.instant)
    let expected = Double(doors[0] + doors[1] - 2 * first) / 10_000
    #expect(abs(Double(outcome.clickToDoorTicks) - expected) <= 4)
  }

  @Test func `hours are those of the store, also when clocks change`() throws {
    var city = city()
    city.start = "2026-10-31"
    city.strategy = city.strategy.replacing(
      "y: 0 km}]", with: "y: 0 km, time_zone: America/New_York}]")
    // Seven in the morning is 11:00 UTC in summer time, and 12:00 from the 1st of November on.
    try expect(city, "2026-10-31T11:00", "2026-10-31T12:06")
    try expect(city, "2026-11-01T11:00", "2026-11-01T11:36")
    try expect(city, "2026-11-01T12:00", "2026-11-01T13:06")
  }

  /// Vans from a station to a district 20 km away, and customers in a disk of 3 km.
  private func district(_ keys: String) -> ScriptedCase {
    ScriptedCase(
      zones: "[{name: zone, x: 20 km, y: 0 km, area: \(Double.pi * 9) km2}]",
      strategy: """
            facilities: {station: {kind: fulfillment_center, sites: [{name: station, x: 0 km, y: 0 km}], stock: null, pick: {time: 0 min}, pack: {time: 0 min}}}
            last_mile: {vans: {kind: van_rounds, waves: {at: ["06:30"]}, vans: 1, loading: 0 min, circuity: 1, service: 2 min, stem_speed: 44 km/h, speed: 20 km/h\(keys)}}
            paths: [{from: station, last_mile: vans}]
            sourcing: [{from: station}]
        """)
  }

  @Test func `a van is slower between its stops in the hours of much traffic`() throws {
    let orders = (1...5).map { ScriptedOrders.Order(at: $0) }
    let slow = district(", speed_by_hour: [\(Self.factors)]")
    let outcome = try slow.run(orders)
    // Half an hour to the district, at seven; then twice as long between stops.
    let leg = 0.7124 * (Double.pi * 9e6 / 5).squareRoot()
    let between = leg / (20 / 3.6) * 2
    let doors = (0..<5).map { stop -> Double in
      Double(slow.instant("2026-11-02T07:00")) / 1e6 + Double(stop) * between
        + Double(stop + 1) * 120
    }
    #expect(doors.last! < Double(slow.instant("2026-11-02T09:00")) / 1e6)
    #expect(abs(Double(outcome.clickToDoorTicks) - doors.reduce(0, +) * 100) <= 10)
  }

  @Test func `fewer stops fit into a round of slow hours`() throws {
    let orders = (1...40).map { ScriptedOrders.Order(at: $0) }
    func fitting(_ keys: String) throws -> Int {
      let district = district(", duration: 3 h\(keys)")
      let outcome = try district.run(orders)
      // Those that leave on the first day are at the door on it.
      return outcome.deliveredPerDay[0]
    }
    let leg = 0.7124 * (Double.pi * 9e6 / 40).squareRoot() / (20 / 3.6)
    let fast = Int((3 * 3600 - 2 * 1800.0) / (leg + 120))
    #expect(try fitting("") == min(40, fast))
    // From 7 to 9 at half speed; the way back takes 45 minutes from 8:30 on at the latest.
    var time = 7 * 3600.0
    var stops = 0
    while true {
      time += 2 * leg + 120
      let slowLeft = max(0, 9 * 3600 - time)
      let back = slowLeft >= 3600 ? 3600 : slowLeft + (1800 - slowLeft / 2)
      if time + back > 9.5 * 3600 { break }
      stops += 1
    }
    #expect(try fitting(", speed_by_hour: [\(Self.factors)]") == stops)
    #expect(stops < min(40, fast))
  }

  @Test func `factors of one are no factors`() throws {
    let even = [String](repeating: "1", count: 24).joined(separator: ", ")
    let network = try district(", speed_by_hour: [\(even)]").network()
    #expect(network.tables.speeds.isEmpty)
    #expect(network.tables.rounds[0].speeds == -1)
  }
}
