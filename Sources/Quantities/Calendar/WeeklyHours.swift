/// When something is open in every week, by the wall clock of its place.
///
/// Written as "mon-fri 09:00-17:00, sat 10:00-14:00", with spans past midnight ("20:00-02:00"), or
/// "always" or "never". No holidays.
public struct WeeklyHours: Hashable, Sendable {
  /// Seconds since Monday 00:00; a span past Sunday midnight ends behind 604800. Sorted, apart.
  public struct Span: Hashable, Sendable {
    public var start: Int
    public var end: Int
  }

  public static let weekInSeconds = 604_800

  public let spans: [Span]

  public static let always = WeeklyHours([Span(start: 0, end: weekInSeconds)])
  public static let never = WeeklyHours([])

  /// Sorts and joins the spans.
  public init(_ spans: [Span]) {
    self.spans = Self.joined(spans)
  }

  public var isAlways: Bool { self == .always }

  /// Open seconds in a week without a clock change.
  public var secondsPerWeek: Int { spans.reduce(0) { $0 + $1.end - $1.start } }

  /// Whether the hours cover a second of the week [0 ..< 604800].
  public func contains(secondOfWeek second: Int) -> Bool {
    spans.contains {
      $0.start <= second && second < $0.end
        || $0.start <= second + Self.weekInSeconds && second + Self.weekInSeconds < $0.end
    }
  }

  /// Splits at the end of the week, sorts, joins what touches, and glues Sunday night to Monday.
  private static func joined(_ spans: [Span]) -> [Span] {
    var flat: [Span] = []
    for span in spans where span.end > span.start {
      if span.end - span.start >= weekInSeconds { return [Span(start: 0, end: weekInSeconds)] }
      if span.end > weekInSeconds {
        flat.append(Span(start: span.start, end: weekInSeconds))
        flat.append(Span(start: 0, end: span.end - weekInSeconds))
      } else {
        flat.append(span)
      }
    }
    flat.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var result: [Span] = []
    for span in flat {
      if let last = result.last, span.start <= last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    if result.count > 1, result[0].start == 0, result[result.count - 1].end == weekInSeconds {
      result[result.count - 1].end += result[0].end
      result.removeFirst()
    }
    return result
  }
}
