import Fulfillment
import Quantities
import Testing

/// Shifts, overtime and extra hands. All orders come on Monday; they are packed on Tuesday, two minutes each,
/// so that everything follows from their number.
@Suite struct StaffTests {
  private static let minute: Int64 = 60_000_000
  private static let hour = 60 * minute

  private func model(_ crews: [String]) throws -> Model {
    let strategies = crews.enumerated().map { index, crew in
      """
        crew\(index):
          facilities: {desk: {kind: seller_site, handling: {time: 2 min, wage: 60 USD/h, paid: worked, \(crew)}}}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: desk, last_mile: door}]
          sourcing: [{from: desk}]
      """
    }
    return try Model(
      text: """
        name: staff
        experiment: {start: 2026-11-02, window: 14 d, drain: 0 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {live: {kind: livestream, seller: shop, days: mon, start: "10:00", viewers: 2500}}
        strategies:
        \(strategies.joined(separator: "\n"))
        """)
  }

  private func outcomes(_ crews: [String]) throws -> [Outcome] {
    let model = try model(crews)
    return crews.indices.map { model.replicate(strategy: $0, RunSeed(seed: 4, replication: 0)) }
  }

  /// Orders of the first Monday: those of the second are packed after the window, or open.
  private func ordersOfFirstDay(_ outcome: Outcome) -> Int { outcome.placedPerDay[0] }

  @Test func `who is on duty stays in blocks while work waits`() throws {
    let outcomes = try outcomes([
      "servers: 1, hours: \"tue 08:00-12:00\", overtime: {longest: 10 h, block: 30 min, pay: 1.5}"
    ])
    // Two Mondays: each Tuesday has its own backlog, the second the rest of the first if any.
    let counts = [outcomes[0].placedPerDay[0], outcomes[0].placedPerDay[7]]
    #expect(counts.allSatisfy { $0 > 130 && $0 < 400 })
    var overtime: Int64 = 0
    for count in counts {
      // The last job starts 2 (n - 1) minutes after eight; until then work waits.
      let lastStart = 2 * (count - 1) - 240
      overtime += Int64(min(lastStart / 30 + 1, 20)) * 30 * Self.minute
    }
    #expect(outcomes[0].overtime == [overtime])
    #expect(outcomes[0].surge == [0])
    // A minute of work costs a dollar, a minute of overtime half a dollar more.
    let work = Int64(counts.reduce(0, +)) * 2 * 1_000_000
    let premium = overtime / Self.minute * 500_000
    #expect(outcomes[0].ledger.total(.pick).micros == work + premium)
  }

  @Test func `nobody stays longer than allowed, and the rest waits for the next shift`() throws {
    let hours = "servers: 1, hours: \"tue 08:00-10:00\""
    let outcomes = try outcomes([hours + ", overtime: {longest: 45 min, block: 30 min}", hours])
    #expect(ordersOfFirstDay(outcomes[0]) > 90)
    #expect(outcomes[0].overtime == [2 * 45 * Self.minute])
    #expect(outcomes[1].overtime == [0])
    // 60 in two hours; 22 start in 45 minutes more and one of them ends after, as the 83rd does.
    #expect(outcomes[1].deliveredPerDay[1] == 60)
    #expect(outcomes[0].deliveredPerDay[1] == 83)
  }

  @Test func `extra hands come after their notice and stay for their time`() throws {
    let hours = "servers: 1, hours: \"tue 08:05-20:05\""
    let outcomes = try outcomes([
      hours + ", surge: {backlog: 50, staff: 3, check: 15 min, notice: 1 h, length: 2 h}", hours,
    ])
    let counts = [outcomes[0].placedPerDay[0], outcomes[0].placedPerDay[7]]
    // 35 are done when the three come at 9:15, 275 when they go at 11:15: too few are left to call again.
    #expect(counts.allSatisfy { $0 > 60 && $0 < 320 })
    #expect(outcomes[0].surge == [2 * 3 * 2 * Self.hour])
    var saved: Int64 = 0
    for count in counts {
      for k in 1...count {
        let alone = 5 + 2 * k
        // Four at a time from 9:15 to 11:15: one at odd, three at even minutes after; then alone again.
        saved += Int64(alone - done(k))
      }
    }
    let ticks = outcomes[1].clickToDoorTicks - outcomes[0].clickToDoorTicks
    #expect(ticks == saved * 6000)
  }

  /// When job k is done [min after eight], with three extra hands from minute 75 to 195.
  private func done(_ k: Int) -> Int {
    // Servers by the minute they are free; the first works from minute 5 on.
    var free = [5, 75, 75, 75]
    var end = 0
    for _ in 1...k {
      let next = free.indices.min {
        (free[$0], $0) < (free[$1], $1)
      }!
      let server = next > 0 && free[next] >= 195 ? 0 : next
      end = free[server] + 2
      free[server] = end
      // Who would start after 11:15 has gone.
      for extra in 1...3 where free[extra] >= 195 { free[extra] = .max - 2 }
    }
    return end
  }

  @Test func `shifts that overlap add up`() throws {
    let model = try model([
      "shifts: {early: {hours: \"06:00-14:00\", staff: 3}, late: {hours: \"mon-fri 13:00-21:30\", staff: 2}}"
    ])
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 4, replication: 0))
    #expect(outcome.staffedTime == [14 * 24 * Self.hour + 10 * 17 * Self.hour])
  }
}
