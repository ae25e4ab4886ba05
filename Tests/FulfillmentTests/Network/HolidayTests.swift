import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

@Suite struct HolidayTests {
  private let thanksgiving = CivilDate("2026-11-26")!

  @Test func `opening times without holidays are those seconds that are open and on none`() throws {
    let zone = try #require(CivilTimeZone("America/New_York"))
    let start = CivilDateTime("2026-10-20")!.unixSeconds(in: zone)
    var dice = Dice(seed: 7)
    for text in ["always", "mon-fri 09:00-17:00", "daily 20:00-04:00", "sat 10:00-24:00"] {
      let hours = try WeeklyHours(parsing: text)
      let holidays = Holidays(
        (0..<8).map { _ in CivilDate("2026-10-18")! + dice.count(0...40) })
      let open = holidays.removed(
        from: hours.intervals(from: start, to: start + 30 * 86400, in: zone), in: zone)
      #expect(zip(open, open.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      for moment in stride(from: start, to: start + 30 * 86400, by: 900) {
        let wall = zone.civil(unixSeconds: moment)
        let second = wall.date.weekday.rawValue * 86400 + wall.time.seconds
        let expected = hours.contains(secondOfWeek: second) && !holidays.contains(wall.date)
        #expect(open.contains { $0.contains(moment) } == expected, "\(text) \(wall)")
      }
    }
  }

  @Test func `business days with holidays are those that counting one by one finds`() throws {
    let zone = CivilTimeZone.utc
    var dice = Dice(seed: 8)
    for _ in 0..<20 {
      let first = CivilDate("2026-01-01")!
      let holidays = Holidays((0..<12).map { _ in first + dice.count(0...60) })
      let days = BusinessDays(.mondayToFriday, except: holidays, in: zone)
      var day = first
      var passed = 0
      for count in 1...40 {
        repeat {
          day = day + 1
          passed += 1
        } while day.weekday >= .saturday || holidays.dates.contains(day)
        #expect(days.date(count, after: first) == day)
        #expect(days.count(from: first + 1, to: day + 1) == count)
      }
    }
  }

  /// A store that works from 9 to 17 UTC, a pickup at 18:00, a transit of 24 h on the days that the
  /// carrier moves, delivery between 8 and 20.
  private func office(store: String = "", carrier: String = "", pickup: String = "", days: Int = 21)
    -> ScriptedCase
  {
    ScriptedCase(
      start: "2026-11-23", days: days,
      market: "  holidays: {US: [2026-11-26, 2026-12-25], eve: [2026-11-25]}",
      strategy: """
            facilities:
              store:
                kind: fulfillment_center
                sites: [{name: store, x: 0 km, y: 0 km}]
                stock: null
                \(store)
                pick: {servers: 1, time: 10 min, hours: "mon-fri 09:00-17:00"}
                pack: {time: 0 min}
            last_mile:
              post:
                kind: parcel_carrier
                pickup: {at: ["18:00"]\(pickup)}
                transit: 24 h
                moves: "mon-sat 00:00-24:00"
                delivers: "mon-sat 08:00-20:00"
                \(carrier)
            paths: [{from: store, last_mile: post}]
            sourcing: [{from: store}]
        """)
  }

  @Test func `work, pickup, transit and delivery pause on the holidays that they keep`() throws {
    let order = [ScriptedOrders.Order(at: office().instant("2026-11-25T16:55"))]
    func expect(_ office: ScriptedCase, _ time: String) throws {
      office.expectDelivered(try office.run(order), at: [office.instant(time)])
    }
    // Wednesday 17:05 is picked (begun before closing), goes at 18:00, a day in transit, Thursday 18:00.
    try expect(office(), "2026-11-26T18:00")
    // The store keeps Thanksgiving: nothing changes, it leaves on Wednesday.
    try expect(office(store: "holidays: US"), "2026-11-26T18:00")
    // The store keeps the day before: picked Thursday 9:10, at the door on Friday 18:00.
    try expect(office(store: "holidays: eve"), "2026-11-27T18:00")
    // The carrier keeps Thanksgiving: of 24 h in transit six pass on Wednesday, 18 on Friday.
    try expect(office(carrier: "holidays: US"), "2026-11-27T18:00")
    // The carrier keeps the day before: no pickup on Wednesday, picked up on Thursday.
    try expect(office(carrier: "holidays: eve"), "2026-11-27T18:00")
    // The pickup keeps its own holidays: picked up on Wednesday, moved all Thursday, handed over on
    // Friday at 8.
    try expect(office(carrier: "holidays: eve", pickup: ", holidays: US"), "2026-11-27T08:00")
    try expect(office(pickup: ", holidays: eve"), "2026-11-27T18:00")
  }

  @Test func `a site's own calendar goes before its group's`() throws {
    var office = office(store: "holidays: eve")
    office.strategy = office.strategy.replacing("y: 0 km}]", with: "y: 0 km, holidays: US}]")
    let order = [ScriptedOrders.Order(at: office.instant("2026-11-25T12:00"))]
    office.expectDelivered(try office.run(order), at: [office.instant("2026-11-26T18:00")])
  }

  @Test func `a promise in business days skips holidays as counting by hand does`() throws {
    var office = office()
    office.market +=
      "\n  promise: {days: 2, cut_off: \"17:00\", by: \"21:00\", business_days: true, holidays: US}"
    let table = try office.network().tables.promise
    func deadline(_ placed: String) -> Int64 {
      let at = office.instant(placed)
      return table.deadlines[0][table.cutOffs[0].firstIndex { $0 >= at }!]
    }
    // Wednesday before the cut-off: Friday is the first business day after, Monday the second.
    #expect(deadline("2026-11-25T16:59") == office.instant("2026-11-30T21:00"))
    // After it counts from the next business day, which is Friday: Monday, Tuesday.
    #expect(deadline("2026-11-25T17:01") == office.instant("2026-12-01T21:00"))
    #expect(deadline("2026-11-26T10:00") == office.instant("2026-12-01T21:00"))
    #expect(deadline("2026-11-24T10:00") == office.instant("2026-11-27T21:00"))
  }

  @Test func `timetables with holidays leave on every other day and never on one`() throws {
    let zone = try #require(CivilTimeZone("Asia/Shanghai"))
    let golden = Holidays((1...7).map { CivilDate(year: 2026, month: 10, day: $0)! })
    let epoch = CivilDateTime("2026-09-25")!.unixSeconds(in: zone)
    let calendars = Calendars(epoch: epoch, limit: 20 * 86_400_000_000)
    for every: Double? in [nil, 45 * 60, 36 * 3600] {
      var departures = Departures()
      departures.every = every
      if every == nil { departures.at = [TimeOfDay("02:00")!, TimeOfDay("14:00")!] }
      let all = try #require(calendars.timetable(departures, in: zone)).instants
      let kept = try #require(calendars.timetable(departures, except: golden, in: zone)).instants
      let expected = all.filter { instant in
        !golden.contains(zone.civil(unixSeconds: epoch + instant / 1_000_000).date)
      }
      #expect(kept == expected)
      #expect(kept.count < all.count)
    }
  }
}
