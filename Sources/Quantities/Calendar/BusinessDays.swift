/// Counting working days: days of the week that are no holidays.
public struct BusinessDays: Hashable, Sendable {
  public var weekdays: Weekdays
  public var holidays: Holidays
  public var zone: CivilTimeZone

  /// - Parameter weekdays: The working days; not empty.
  public init(
    _ weekdays: Weekdays = .mondayToFriday, except holidays: Holidays = .none,
    in zone: CivilTimeZone
  ) {
    precondition(!weekdays.isEmpty, "a week without working days never ends")
    self.weekdays = weekdays
    self.holidays = holidays
    self.zone = zone
  }

  public func isBusinessDay(_ date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && !holidays.contains(date)
  }

  /// The `count`-th working day after `date`; 0 gives `date` itself or the next working day.
  public func date(_ count: Int, after date: CivilDate) -> CivilDate {
    var day = date
    if count == 0 {
      while !isBusinessDay(day) { day = day + 1 }
      return day
    }
    // Whole weeks first, so that the loop below takes at most two weeks; holidays are counted one by one.
    let perWeek = weekdays.days.count
    let weeks = holidays.isEmpty ? max(0, (count - 1) / perWeek) : 0
    day = day + weeks * 7
    var left = count - weeks * perWeek
    while left > 0 {
      day = day + 1
      if isBusinessDay(day) { left -= 1 }
    }
    return day
  }

  /// The last second (exclusive end) of the `count`-th working day after the day of a moment.
  ///
  /// - Parameter moment: Seconds since 1970-01-01T00:00Z.
  public func deadline(_ count: Int, afterUnixSeconds moment: Int64) -> Int64 {
    let today = zone.civil(unixSeconds: moment).date
    let last = date(count, after: today)
    return zone.unixSeconds(wallSeconds: Int64(last.dayNumber + 1) * 86400)
  }

  /// Working days in `first ..< last`.
  public func count(from first: CivilDate, to last: CivilDate) -> Int {
    guard first < last else { return 0 }
    let weeks = (last - first) / 7
    var day = first + weeks * 7
    var count = weeks * weekdays.days.count
    while day < last {
      if weekdays.contains(day.weekday) { count += 1 }
      day = day + 1
    }
    return count
      - holidays.dates.count { first <= $0 && $0 < last && weekdays.contains($0.weekday) }
  }
}
