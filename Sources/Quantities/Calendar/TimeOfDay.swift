/// A time on a wall clock, in whole seconds since midnight; 24:00 is the end of the day.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// From 0 to 86400.
  public let seconds: Int

  public init?(seconds: Int) {
    guard (0...86400).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    self.init(seconds: hour * 3600 + minute * 60 + second)
  }

  /// Reads "9:00", "20:30", "20:30:15" or "24:00".
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count <= 2,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let hour = Digits.value(parts[0]),
      let minute = Digits.value(parts[1]),
      let second = parts.count == 3 ? Digits.value(parts[2]) : 0
    else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  public static let midnight = TimeOfDay(seconds: 0)!

  public var hour: Int { seconds / 3600 }
  public var minute: Int { seconds / 60 % 60 }
  public var second: Int { seconds % 60 }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.seconds < b.seconds }
}

extension TimeOfDay: CustomStringConvertible {
  /// "09:00", or "20:30:15" with seconds.
  public var description: String {
    let text = "\(Digits.padded(hour, 2)):\(Digits.padded(minute, 2))"
    return second == 0 ? text : "\(text):\(Digits.padded(second, 2))"
  }
}
