extension WeeklyHours {
  /// The open intervals between two moments, in seconds since 1970-01-01T00:00Z.
  ///
  /// Each span's start and end are read from the wall clock of `zone`, so a shift over the night of a
  /// clock change is an hour shorter or longer, and one that the change swallows disappears. What
  /// touches is one interval.
  ///
  /// - Complexity: O(weeks × spans); a year of 200 zones takes some milliseconds.
  public func intervals(from start: Int64, to end: Int64, in zone: CivilTimeZone) -> [Range<Int64>]
  {
    guard start < end, !spans.isEmpty else { return [] }
    if isAlways { return [start..<end] }
    var result: [Range<Int64>] = []
    let firstDay = zone.civil(unixSeconds: start).date
    // The week before, because a span may reach into the first one.
    var monday = firstDay + (-firstDay.weekday.rawValue - 7)
    while true {
      let midnight = Int64(monday.dayNumber) * 86400
      guard midnight - 86400 < end else { break }
      for span in spans {
        let opens = zone.unixSeconds(wallSeconds: midnight + Int64(span.start))
        let closes = zone.unixSeconds(wallSeconds: midnight + Int64(span.end))
        let (low, high) = (max(opens, start), min(closes, end))
        guard low < high else { continue }
        if let last = result.last, low <= last.upperBound {
          result[result.count - 1] = last.lowerBound..<max(last.upperBound, high)
        } else {
          result.append(low..<high)
        }
      }
      monday = monday + 7
    }
    return result
  }

  /// The open intervals of `days` days from local midnight of `first` on.
  public func intervals(from first: CivilDate, days: Int, in zone: CivilTimeZone) -> [Range<Int64>]
  {
    let start = zone.unixSeconds(wallSeconds: Int64(first.dayNumber) * 86400)
    let end = zone.unixSeconds(wallSeconds: Int64(first.dayNumber + days) * 86400)
    return intervals(from: start, to: end, in: zone)
  }
}
