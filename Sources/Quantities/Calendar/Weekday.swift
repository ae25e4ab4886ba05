/// A day of the week; weeks start on Monday (ISO 8601).
public enum Weekday: Int, Hashable, Sendable, CaseIterable, Comparable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// "mon" … "sun", as scenario files write it.
  public var shortName: String {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue]
  }

  /// Reads "mon" or "monday", whatever the case.
  public init?(_ text: String) {
    let name = text.lowercased()
    guard let day = Self.allCases.first(where: { $0.shortName == name || "\($0)" == name }) else {
      return nil
    }
    self = day
  }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A set of days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue & 0x7F }
  public init(_ day: Weekday) { rawValue = 1 << UInt8(day.rawValue) }

  public static let all = Weekdays(rawValue: 0x7F)
  public static let mondayToFriday = Weekdays(rawValue: 0x1F)

  public func contains(_ day: Weekday) -> Bool { rawValue & 1 << UInt8(day.rawValue) != 0 }

  /// The days from Monday on.
  public var days: [Weekday] { Weekday.allCases.filter(contains) }

  /// Reads "mon-fri", "mon, wed, sat", "fri-mon" or "daily".
  public init?(_ text: String) {
    var result: Weekdays = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let days = Self.range(part.trimmed) else { return nil }
      result.formUnion(days)
    }
    self = result
  }

  private static func range(_ text: String) -> Weekdays? {
    if text.lowercased() == "daily" { return .all }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    guard ends.count <= 2, let first = Weekday(ends[0]) else { return nil }
    guard ends.count == 2 else { return Weekdays(first) }
    guard let last = Weekday(ends[1]) else { return nil }
    var result: Weekdays = [Weekdays(first)]
    var day = first
    while day != last {
      day = Weekday(rawValue: (day.rawValue + 1) % 7)!
      result.insert(Weekdays(day))
    }
    return result
  }
}

extension Weekdays: CustomStringConvertible {
  /// "mon-fri", "mon, wed, sat" or "daily"; reads back as the same set.
  public var description: String {
    if self == .all { return "daily" }
    var parts: [String] = []
    var day = 0
    while day < 7 {
      guard contains(Weekday(rawValue: day)!) else {
        day += 1
        continue
      }
      var end = day
      while end + 1 < 7, contains(Weekday(rawValue: end + 1)!) { end += 1 }
      let (first, last) = (Weekday(rawValue: day)!.shortName, Weekday(rawValue: end)!.shortName)
      parts.append(end == day ? first : end == day + 1 ? "\(first), \(last)" : "\(first)-\(last)")
      day = end + 1
    }
    return parts.joined(separator: ", ")
  }
}

extension StringProtocol {
  /// Without spaces and tabs around.
  var trimmed: String {
    var view = self[...]
    while let first = view.first, first == " " || first == "\t" { view = view.dropFirst() }
    while let last = view.last, last == " " || last == "\t" { view = view.dropLast() }
    return String(view)
  }
}
