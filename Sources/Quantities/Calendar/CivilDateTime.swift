/// A date with a time on the wall clock of some place, such as "2026-11-02T20:00".
///
/// A written offset ("Z", "+07:00") fixes the moment whatever the place.
public struct CivilDateTime: Hashable, Sendable {
  public var date: CivilDate
  public var time: TimeOfDay
  /// Seconds east of UTC when the text gave them.
  public var offset: Int?

  public init(_ date: CivilDate, _ time: TimeOfDay = .midnight, offset: Int? = nil) {
    self.date = date
    self.time = time
    self.offset = offset
  }

  /// Reads "2026-11-02", "2026-11-02T20:00", "2026-11-02 20:00:30" and these with "Z" or "+07:00".
  public init?(_ text: String) {
    let head = text.prefix(10)
    guard let date = CivilDate(String(head)) else { return nil }
    var rest = text.dropFirst(10)
    guard let separator = rest.first else {
      self.init(date)
      return
    }
    guard separator == "T" || separator == " " else { return nil }
    rest = rest.dropFirst()
    var offset: Int?
    if rest.last == "Z" {
      offset = 0
      rest = rest.dropLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let shift = TimeOfDay(String(rest[rest.index(after: sign)...])),
        shift.seconds <= 14 * 3600
      else { return nil }
      offset = rest[sign] == "+" ? shift.seconds : -shift.seconds
      rest = rest[..<sign]
    }
    guard let time = TimeOfDay(String(rest)) else { return nil }
    self.init(date, time, offset: offset)
  }

  /// Seconds since 1970-01-01 as the wall clock shows them, ignoring zone and offset.
  public var wallSeconds: Int64 { Int64(date.dayNumber) * 86400 + Int64(time.seconds) }

  /// Seconds since 1970-01-01T00:00Z of this moment, read in `zone` unless an offset was given.
  public func unixSeconds(in zone: CivilTimeZone) -> Int64 {
    if let offset { return wallSeconds - Int64(offset) }
    return zone.unixSeconds(wallSeconds: wallSeconds)
  }
}

extension CivilDateTime: CustomStringConvertible {
  public var description: String {
    let text = "\(date)T\(time)"
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    return text + (offset < 0 ? "-" : "+") + "\(TimeOfDay(seconds: abs(offset)) ?? .midnight)"
  }
}
