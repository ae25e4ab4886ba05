extension WeeklyHours {
  /// Why a text is not weekly hours, and which part of it.
  public struct TextError: Error, Hashable, Sendable {
    public var message: String
    /// Unicode scalars from the start of the text.
    public var offset: Int
    public var length: Int
  }

  /// Reads "always", "never", "mon-fri 09:00-17:00, sat 10:00-14:00" or "09:00-17:00" (daily).
  ///
  /// Days hold until other days are named, so "mon-fri 09:00-12:00, 13:00-17:00" has a lunch break.
  /// A span whose end is not behind its start runs past midnight; "00:00-24:00" is a whole day.
  public init(parsing text: String) throws(TextError) {
    switch text.trimmed.lowercased() {
    case "always", "24/7":
      self = .always
      return
    case "never":
      self = .never
      return
    default: break
    }
    var days: Weekdays?
    var pending: Weekdays = []
    var spans: [Span] = []
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let length = part.unicodeScalars.count
      let lead = part.prefix { $0 == " " || $0 == "\t" }.unicodeScalars.count
      let word = part.trimmed
      let place = (offset + lead, max(1, word.unicodeScalars.count))
      offset += length + 1
      let (dayText, spanText) = Self.halves(word)
      if !dayText.isEmpty {
        guard let named = Weekdays(dayText) else {
          throw TextError(message: "unknown days '\(dayText)'", offset: place.0, length: place.1)
        }
        pending.formUnion(named)
      }
      guard !spanText.isEmpty else {
        if word.isEmpty {
          throw TextError(message: "expected hours", offset: place.0, length: place.1)
        }
        continue
      }
      if !pending.isEmpty { days = pending }
      pending = []
      guard let span = Self.span(spanText) else {
        throw TextError(
          message: "'\(spanText)' is not a span of hours", offset: place.0, length: place.1)
      }
      for day in (days ?? .all).days {
        let midnight = day.rawValue * 86400
        spans.append(Span(start: midnight + span.start, end: midnight + span.end))
      }
    }
    if !pending.isEmpty {
      throw TextError(
        message: "hours are missing behind the days", offset: 0, length: text.unicodeScalars.count)
    }
    self.init(spans)
  }

  /// Splits "mon-fri 09:00-17:00" before the first digit.
  private static func halves(_ text: String) -> (days: String, span: String) {
    let isDigit: (Character) -> Bool = { $0 >= "0" && $0 <= "9" }
    guard let digit = text.firstIndex(where: isDigit) else { return (text, "") }
    return (text[..<digit].trimmed, text[digit...].trimmed)
  }

  private static func span(_ text: String) -> Span? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    guard ends.count == 2, let start = TimeOfDay(ends[0]), let end = TimeOfDay(ends[1]),
      start.seconds < 86400
    else { return nil }
    let pastMidnight = end.seconds <= start.seconds
    return Span(start: start.seconds, end: end.seconds + (pastMidnight ? 86400 : 0))
  }
}

extension WeeklyHours: CustomStringConvertible {
  /// Reads back as the same hours.
  public var description: String {
    if isAlways { return "always" }
    if spans.isEmpty { return "never" }
    var groups: [(hours: String, days: Weekdays)] = []
    for span in spans {
      for piece in Self.pieces(span) {
        if let index = groups.firstIndex(where: { $0.hours == piece.hours }) {
          groups[index].days.formUnion(Weekdays(piece.day))
        } else {
          groups.append((piece.hours, Weekdays(piece.day)))
        }
      }
    }
    return groups.map { "\($0.days == .all ? "daily" : $0.days.description) \($0.hours)" }
      .joined(separator: ", ")
  }

  /// Whole days one by one, then the rest with its end, maybe past midnight.
  private static func pieces(_ span: Span) -> [(day: Weekday, hours: String)] {
    var result: [(Weekday, String)] = []
    var start = span.start
    while start < span.end {
      let midnight = start / 86400 * 86400
      let isLong = span.end - start >= 86400
      let end = isLong ? midnight + 86400 : span.end
      let day = Weekday(rawValue: start / 86400 % 7)!
      let last = (end - midnight) > 86400 ? end - midnight - 86400 : end - midnight
      result.append(
        (day, "\(TimeOfDay(seconds: start - midnight)!)-\(TimeOfDay(seconds: last)!)"))
      start = end
    }
    return result
  }
}
