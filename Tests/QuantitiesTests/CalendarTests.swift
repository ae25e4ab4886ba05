import Quantities
import Testing

private let newYork = CivilTimeZone("America/New_York")!

@Test("dates read, count and name their weekday")
func dates() throws {
  let date = try #require(CivilDate("2026-11-02"))
  #expect(date.weekday == .monday)
  #expect(date.description == "2026-11-02")
  #expect((date + 30).description == "2026-12-02")
  #expect(date.dayOfYear == 306)
  #expect(CivilDate("1970-01-01")?.dayNumber == 0)
  #expect(CivilDate("2000-03-01")! - CivilDate("2000-02-28")! == 2)
  for text in ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-11-0x", "", "2026-11-00"] {
    #expect(CivilDate(text) == nil, "\(text)")
  }
}

@Test("every day of four hundred years maps to itself and follows the one before")
func dateRoundTrip() {
  let first = CivilDate("1900-01-01")!
  var last = first
  for offset in 1..<146_097 {
    let date = first + offset
    let (year, month, day) = date.components
    guard CivilDate(year: year, month: month, day: day) == date,
      date.weekday.rawValue == (last.weekday.rawValue + 1) % 7
    else {
      Issue.record("\(date)")
      return
    }
    last = date
  }
}

@Test("moments read with and without offset")
func moments() throws {
  let zone = newYork
  #expect(CivilDateTime("2026-11-02T20:00")?.unixSeconds(in: zone) == 1_793_667_600)
  #expect(CivilDateTime("2026-11-02T20:00Z")?.unixSeconds(in: zone) == 1_793_649_600)
  #expect(CivilDateTime("2026-11-02 20:00:30+07:00")?.unixSeconds(in: zone) == 1_793_624_430)
  #expect(CivilDateTime("2026-11-02")?.time == .midnight)
  #expect(CivilDateTime("2026-11-02T20:00-05:00")?.description == "2026-11-02T20:00-05:00")
  for text in ["2026-11-02T", "2026-11-02T25:00", "2026-11-02x10:00", "2026-11-02T10:00+99:00"] {
    #expect(CivilDateTime(text) == nil, "\(text)")
  }
}

@Test("times of day and weekdays read what people write")
func timesAndWeekdays() {
  #expect(TimeOfDay("9:00")?.seconds == 32400)
  #expect(TimeOfDay("24:00")?.seconds == 86400)
  #expect(TimeOfDay("24:01") == nil)
  #expect(TimeOfDay("9") == nil)
  #expect(TimeOfDay("09:60") == nil)
  #expect(Weekdays("mon-fri") == .mondayToFriday)
  #expect(Weekdays("fri-mon")?.description == "mon, fri-sun")
  #expect(Weekdays("Saturday, sun")?.days == [.saturday, .sunday])
  #expect(Weekdays("daily") == .all)
  #expect(Weekdays("mon-fri-sun") == nil)
  #expect(Weekdays("someday") == nil)
}

@Test("a skipped wall time moves on and a doubled one is the first")
func clockChanges() {
  // 2026-03-08 02:00 does not exist in New York; 2026-11-01 01:30 comes twice.
  let gap = CivilDateTime("2026-03-08T02:30")!.unixSeconds(in: newYork)
  #expect(newYork.civil(unixSeconds: gap).description == "2026-03-08T03:30")
  let twice = CivilDateTime("2026-11-01T01:30")!.unixSeconds(in: newYork)
  #expect(newYork.offset(atUnixSeconds: twice) == -4 * 3600)
  #expect(newYork.offset(atUnixSeconds: twice + 3600) == -5 * 3600)
}

@Test(
  "every wall time of two years that exists maps to a moment that shows it",
  arguments: [
    "America/New_York", "Europe/Berlin", "Asia/Bangkok", "Australia/Lord_Howe", "UTC",
    "Asia/Kathmandu", "America/Sao_Paulo",
  ])
func wallClock(identifier: String) throws {
  let zone = try #require(CivilTimeZone(identifier))
  let start: Int64 = 1_767_225_600
  var skipped = 0
  for step in 0..<(2 * 366 * 48) {
    let wall = start + Int64(step) * 1800
    if zone.wallSeconds(unixSeconds: zone.unixSeconds(wallSeconds: wall)) != wall { skipped += 1 }
  }
  #expect(skipped <= 8)
  #expect(zone.changes(from: start, to: start + 86400 * 365).count <= 2)
}

@Test("only names of the database are time zones")
func zoneNames() {
  for name in ["EST5", "New_York", "", "GMT+7", "America/Nowhere", "../etc/passwd"] {
    #expect(CivilTimeZone(name) == nil, "\(name)")
  }
  #expect(CivilTimeZone("Asia/Bangkok")?.offset(atUnixSeconds: 0) == 7 * 3600)
  #expect(CivilTimeZone("America/New_York") == newYork)
}

@Test(
  "weekly hours read and write back",
  arguments: [
    ("always", "always", 168.0), ("never", "never", 0), ("24/7", "always", 168),
    ("mon-fri 09:00-17:00, sat 10:00-14:00", "mon-fri 09:00-17:00, sat 10:00-14:00", 44),
    ("20:00-02:00", "daily 20:00-02:00", 42), ("daily 00:00-24:00", "always", 168),
    ("mon-fri 09:00-12:00, 13:00-17:00", "mon-fri 09:00-12:00, mon-fri 13:00-17:00", 35),
    ("mon, wed, fri 8:00-16:00", "mon, wed, fri 08:00-16:00", 24),
    ("sun 22:00-06:00", "sun 22:00-06:00", 8),
    (
      "mon 09:00-12:00, mon 11:00-14:00",
      "mon 09:00-14:00", 5
    ),
    (
      "fri 18:00-24:00, sat-sun 00:00-24:00, mon 00:00-06:00",
      "fri 18:00-24:00, sat, sun 00:00-24:00, mon 00:00-06:00", 60
    ),
  ] as [(String, String, Double)])
func weeklyHours(text: String, written: String, hours: Double) throws {
  let week = try WeeklyHours(parsing: text)
  #expect(week.description == written)
  #expect(Double(week.secondsPerWeek) / 3600 == hours)
  #expect(try WeeklyHours(parsing: week.description) == week)
}

@Test(
  "what is no weekly hours says which part",
  arguments: [
    ("mon-fry 09:00-17:00", 0, 19), ("mon 09:00-17:00, sat 10:00", 17, 9), ("mon-fri", 0, 7),
    ("", 0, 1), ("mon 9-17", 0, 8), ("mon 09:00-17:00,,", 16, 1), ("mon 25:00-26:00", 0, 15),
  ])
func badHours(text: String, offset: Int, length: Int) {
  let error = #expect(throws: WeeklyHours.TextError.self) { try WeeklyHours(parsing: text) }
  #expect(error?.offset == offset)
  #expect(error?.length == length)
}

@Test("a night shift over a clock change is an hour shorter in spring and longer in autumn")
func nightShift() throws {
  let nights = try WeeklyHours(parsing: "sat 22:00-06:00")
  for (identifier, spring, autumn) in [
    ("America/New_York", "2026-03-02", "2026-10-26"), ("Europe/Berlin", "2026-03-23", "2026-10-19"),
  ] {
    let zone = try #require(CivilTimeZone(identifier))
    func hours(_ monday: String) -> [Int64] {
      nights.intervals(from: CivilDate(monday)!, days: 8, in: zone)
        .map { ($0.upperBound - $0.lowerBound) / 3600 }
    }
    #expect(hours(spring) == [7])
    #expect(hours(autumn) == [9])
    #expect(hours("2026-06-01") == [8])
  }
}

@Test("opening hours cover exactly the seconds that the wall clock shows as open")
func intervalsAgainstBruteForce() throws {
  let week = try WeeklyHours(parsing: "mon-fri 09:00-12:30, 13:30-18:00, sat 22:00-03:00")
  let zone = newYork
  let (start, end): (Int64, Int64) = (1_793_000_000, 1_793_000_000 + 21 * 86400)
  let intervals = week.intervals(from: start, to: end, in: zone)
  #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
  for moment in stride(from: start, to: end, by: 600) {
    let wall = zone.civil(unixSeconds: moment)
    let second = wall.date.weekday.rawValue * 86400 + wall.time.seconds
    // The second run of the doubled hour belongs to the span that goes on through it.
    let open = intervals.contains { $0.contains(moment) }
    #expect(open == week.contains(secondOfWeek: second), "\(wall)")
  }
}

@Test("two hundred zones of a year are expanded in a blink")
func expansionSpeed() throws {
  let week = try WeeklyHours(parsing: "mon-fri 09:00-12:00, 13:00-17:00, sat 10:00-14:00")
  let zones = CivilTimeZone.knownIdentifiers.filter { $0.contains("/") }.prefix(200)
  let clock = ContinuousClock()
  var count = 0
  let time = clock.measure {
    for name in zones {
      guard let zone = CivilTimeZone(name) else { continue }
      count += week.intervals(from: CivilDate("2026-01-01")!, days: 365, in: zone).count
    }
  }
  #expect(count > 190 * 570)
  #expect(time < .seconds(20))
}

@Test("business days skip weekends and end at local midnight")
func businessDays() {
  let days = BusinessDays(in: newYork)
  let friday = CivilDate("2026-11-06")!
  #expect(days.date(1, after: friday).description == "2026-11-09")
  #expect(days.date(2, after: friday).description == "2026-11-10")
  #expect(days.date(10, after: friday).description == "2026-11-20")
  #expect(days.date(0, after: friday + 1).description == "2026-11-09")
  #expect(days.date(1, after: friday + 1).description == "2026-11-09")
  #expect(days.count(from: friday, to: friday + 14) == 10)
  // Two business days after Friday 20:00 end with Tuesday, in Eastern standard time.
  let placed = CivilDateTime("2026-11-06T20:00")!.unixSeconds(in: newYork)
  let end = CivilDateTime("2026-11-11")!.unixSeconds(in: newYork)
  #expect(days.deadline(2, afterUnixSeconds: placed) == end)
}

@Test("counting business days one by one agrees with the arithmetic")
func businessDaysAgainstBruteForce() {
  let days = BusinessDays(Weekdays("tue, thu-sat")!, in: newYork)
  let first = CivilDate("2026-01-01")!
  for start in 0..<10 {
    var day = first + start
    for count in 1...30 {
      repeat { day = day + 1 } while !days.isBusinessDay(day)
      #expect(days.date(count, after: first + start) == day)
      #expect(days.count(from: first + start + 1, to: day + 1) == count)
    }
  }
}
