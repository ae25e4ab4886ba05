internal import Quantities

/// Speeds by the hour of the day.
extension NetworkBuilder {
  /// The row of a table of factors, one for each local hour; -1 where they are all 1.
  func speeds(_ hours: [Double], in timeZone: CivilTimeZone) -> Int32 {
    guard hours.count == 24, hours.contains(where: { $0 != 1 }) else { return -1 }
    let key = "\(hours)|\(timeZone.identifier)"
    if let row = speedRows[key] { return row }
    var table = SpeedTable()
    for date in calendars.days(in: timeZone) {
      for hour in 0..<24 {
        let start = calendars.instant(of: TimeOfDay(hour: hour)!, on: date, in: timeZone)
        // Of an hour that the clock skips nothing is left.
        if let last = table.starts.last, start <= last {
          table.factors[table.factors.count - 1] = hours[hour]
        } else if table.factors.last != hours[hour] {
          table.starts.append(start)
          table.factors.append(hours[hour])
        }
      }
    }
    let row = Int32(tables.speeds.count)
    tables.speeds.append(table)
    speedRows[key] = row
    return row
  }
}
