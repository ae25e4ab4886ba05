internal import DiscreteEvent
internal import Quantities

/// Local times, days and opening hours turned into instants of the run.
///
/// Confined to one compilation. Instants reach from a week before the epoch to a week after the limit, so
/// that every search within the run finds a neighbor.
final class Calendars {
  /// Local midnight of the first day in the market's time zone [s since 1970].
  private let epoch: Int64
  private let end: Int64
  private var localDays: [CivilTimeZone: [CivilDate]] = [:]
  private var staffings: [Staffing: StaffingCalendar] = [:]
  /// Instants that may still be made before it is refused to make more.
  private var budget = 100_000_000

  /// Whether timetables and opening hours asked for are too many to be made.
  var isExhausted: Bool { budget < 0 }

  private struct Staffing: Hashable {
    var servers: Int
    var hours: WeeklyHours
    var holidays: Holidays
    var timeZone: CivilTimeZone
  }

  init(epoch: Int64, limit: Int64) {
    self.epoch = epoch
    end = epoch + limit / 1_000_000 + 7 * 86400
  }

  /// Microseconds from the epoch to a moment [s since 1970].
  private func instant(_ unixSeconds: Int64) -> Int64 { (unixSeconds - epoch) * 1_000_000 }

  /// The instant of a local time on a local day.
  func instant(of time: TimeOfDay, on date: CivilDate, in timeZone: CivilTimeZone) -> Int64 {
    instant(timeZone.unixSeconds(wallSeconds: Int64(date.dayNumber) * 86400 + Int64(time.seconds)))
  }

  /// Local dates from a week before the epoch to a week after the limit.
  func days(in timeZone: CivilTimeZone) -> [CivilDate] {
    if let known = localDays[timeZone] { return known }
    let first = timeZone.civil(unixSeconds: epoch - 7 * 86400).date
    let last = timeZone.civil(unixSeconds: end).date
    let days = (first.dayNumber...last.dayNumber).map(CivilDate.init(dayNumber:))
    localDays[timeZone] = days
    return days
  }

  /// Departures of a timetable; nil where it leaves at once.
  func timetable(
    _ departures: Departures, except holidays: Holidays = .none, in timeZone: CivilTimeZone
  ) -> Timetable? {
    if departures.at.isEmpty, departures.every == nil, departures.days == .all { return nil }
    let perDay = departures.every.map { Int(86400 / $0) + 1 } ?? max(1, departures.at.count)
    budget -= days(in: timeZone).count * perDay
    if isExhausted { return nil }
    if let every = departures.every, every > 86400 {
      return timetable(every: every, on: departures.days, except: holidays, in: timeZone)
    }
    var instants: [Int64] = []
    for date in days(in: timeZone)
    where departures.days.contains(date.weekday) && !holidays.contains(date) {
      if let every = departures.every {
        let next = instant(of: .midnight, on: date + 1, in: timeZone)
        var leaves = instant(of: .midnight, on: date, in: timeZone)
        while leaves < next {
          instants.append(leaves)
          leaves += Int64((every * 1e6).rounded())
        }
      } else {
        for time in departures.at.isEmpty ? [.midnight] : departures.at {
          instants.append(instant(of: time, on: date, in: timeZone))
        }
      }
    }
    instants.sort()
    var kept = 0
    for next in instants where kept == 0 || next != instants[kept - 1] {
      instants[kept] = next
      kept += 1
    }
    return Timetable(instants: Array(instants[..<kept]))
  }

  /// Departures more than a day apart, by the wall clock from the first midnight on.
  private func timetable(
    every: Double, on days: Weekdays, except holidays: Holidays, in timeZone: CivilTimeZone
  ) -> Timetable {
    let first = Int64(timeZone.civil(unixSeconds: epoch).date.dayNumber) * 86400
    var instants: [Int64] = []
    var passed = 0.0
    while passed < Double(end - epoch) {
      let leaves = timeZone.unixSeconds(wallSeconds: first + Int64(passed))
      let date = timeZone.civil(unixSeconds: leaves).date
      if days.contains(date.weekday), !holidays.contains(date) {
        instants.append(instant(leaves))
      }
      passed += every
    }
    return Timetable(instants: instants)
  }

  /// Opening hours as intervals, without holidays.
  func openings(
    _ hours: WeeklyHours, except holidays: Holidays = .none, in timeZone: CivilTimeZone
  ) -> OpeningTimes {
    budget -= hours.spans.count * 2 * days(in: timeZone).count / 7
    if isExhausted { return OpeningTimes(opens: [], closes: []) }
    let intervals = holidays.removed(
      from: hours.intervals(from: epoch - 7 * 86400, to: end, in: timeZone), in: timeZone)
    return OpeningTimes(
      opens: intervals.map { instant($0.lowerBound) },
      closes: intervals.map { instant($0.upperBound) })
  }

  /// A calendar of `servers` during opening hours.
  func staffing(
    _ servers: Int, during hours: WeeklyHours, except holidays: Holidays = .none,
    in timeZone: CivilTimeZone
  ) -> StaffingCalendar {
    if hours.isAlways, holidays.isEmpty {
      return StaffingCalendar(initialServers: servers, changes: [])
    }
    let key = Staffing(servers: servers, hours: hours, holidays: holidays, timeZone: timeZone)
    if let known = staffings[key] { return known }
    let openings = openings(hours, except: holidays, in: timeZone)
    var changes: [(at: Instant, servers: Int)] = []
    for (open, close) in zip(openings.opens, openings.closes) {
      changes.append((Instant(microseconds: open), servers))
      changes.append((Instant(microseconds: close), 0))
    }
    let calendar = StaffingCalendar(changes: changes)
    staffings[key] = calendar
    return calendar
  }

  /// A calendar of shifts, whose staffs add up where they overlap.
  func staffing(_ shifts: [Shift], except holidays: Holidays, in timeZone: CivilTimeZone)
    -> StaffingCalendar
  {
    var always = 0
    var steps: [(at: Int64, by: Int)] = []
    for shift in shifts {
      if shift.hours.isAlways, holidays.isEmpty {
        always += shift.staff
        continue
      }
      let openings = openings(shift.hours, except: holidays, in: timeZone)
      steps += openings.opens.map { ($0, shift.staff) }
      steps += openings.closes.map { ($0, -shift.staff) }
    }
    steps.sort { $0.at < $1.at }
    var changes: [(at: Instant, servers: Int)] = []
    var servers = always
    for (index, step) in steps.enumerated() {
      servers += step.by
      if index + 1 < steps.count, steps[index + 1].at == step.at { continue }
      if servers == changes.last?.servers ?? always { continue }
      changes.append((Instant(microseconds: step.at), servers))
    }
    return StaffingCalendar(initialServers: always, changes: changes)
  }
}

extension WeeklyHours {
  /// Share of the week that is open.
  var openShare: Double { Double(secondsPerWeek) / Double(WeeklyHours.weekInSeconds) }
}
