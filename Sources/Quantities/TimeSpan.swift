/// A length of simulated time, in whole microseconds; negative values are allowed.
@frozen
public struct TimeSpan: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var microseconds: Int64

  @inlinable
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The whole number of microseconds nearest to `seconds` [s], halves away from zero.
  @inlinable
  public init(seconds: Double) {
    // As `rounded()`, without its call into the C library: the greatest number below a half is
    // added before the fraction is cut off, because a half itself would carry 0.49999999999999994
    // up to 1.
    let x = seconds * 1e6
    microseconds = Int64(x + Double(signOf: x, magnitudeOf: 0.5.nextDown))
  }

  public static let zero = TimeSpan(microseconds: 0)

  @inlinable
  public static func seconds(_ n: Double) -> TimeSpan { TimeSpan(seconds: n) }
  @inlinable
  public static func minutes(_ n: Double) -> TimeSpan { TimeSpan(seconds: n * 60) }
  @inlinable
  public static func hours(_ n: Double) -> TimeSpan { TimeSpan(seconds: n * 3600) }
  @inlinable
  public static func days(_ n: Double) -> TimeSpan { TimeSpan(seconds: n * 86400) }

  @inlinable
  public var inSeconds: Double { Double(microseconds) * 1e-6 }
  @inlinable
  public var inHours: Double { Double(microseconds) / 3.6e9 }
  @inlinable
  public var inDays: Double { Double(microseconds) / 8.64e10 }

  @inlinable
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.microseconds < b.microseconds }
  @inlinable
  public static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds + b.microseconds)
  }
  @inlinable
  public static func - (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds - b.microseconds)
  }
  @inlinable
  public static func * (n: Int, a: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: Int64(n) * a.microseconds)
  }
}
