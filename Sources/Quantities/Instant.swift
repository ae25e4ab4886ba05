/// A point in simulated time, in whole microseconds since the start of the run's calendar.
///
/// Integer time makes event order, integrals over time and fingerprints exact. Range: ±292,000 years.
@frozen
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var microseconds: Int64

  @inlinable
  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static let zero = Instant(microseconds: 0)

  @inlinable
  public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
  @inlinable
  public static func + (a: Instant, b: TimeSpan) -> Instant {
    Instant(microseconds: a.microseconds + b.microseconds)
  }
  @inlinable
  public static func - (a: Instant, b: TimeSpan) -> Instant {
    Instant(microseconds: a.microseconds - b.microseconds)
  }
  @inlinable
  public static func - (a: Instant, b: Instant) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds - b.microseconds)
  }
}
