public import Quantities

/// The time integral of an integer level, such as a queue's length or the number of busy servers.
///
/// The integral over [a, b) is kept as level × b minus the sum of (change × instant of the change),
/// in 128-bit integers: it is exact, cannot overflow, costs one addition per change, and changes at
/// the same instant may come in any order.
///
/// ```swift
/// var queue = TimeWeighted()
/// queue.add(1, at: .zero)
/// queue.add(-1, at: Instant(microseconds: 4))
/// queue.integral(through: Instant(microseconds: 10))    // 4
/// ```
@frozen
public struct TimeWeighted: Hashable, Sendable, BitwiseCopyable {
  /// The current level.
  @inlinable
  public var level: Int { Int(truncatingIfNeeded: current) }
  /// The greatest level since the start or the last reset, levels held for no time included.
  @inlinable
  public var maximum: Int { Int(truncatingIfNeeded: greatest) }

  @usableFromInline var current: Int64
  @usableFromInline var greatest: Int64
  @usableFromInline var startMicroseconds: Int64
  @usableFromInline var changes: Int128

  @inlinable
  public init(level: Int = 0, since start: Instant = .zero) {
    current = Int64(level)
    greatest = current
    startMicroseconds = start.microseconds
    changes = Int128(current) * Int128(start.microseconds)
  }

  /// Changes the level by `delta`.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func add(_ delta: Int, at time: Instant) {
    current &+= Int64(truncatingIfNeeded: delta)
    changes &+= Int128(Int64(truncatingIfNeeded: delta)) &* Int128(time.microseconds)
    greatest = current > greatest ? current : greatest
  }

  /// Changes the level to `level`.
  /// - Complexity: O(1).
  @inlinable
  public mutating func set(_ level: Int, at time: Instant) {
    add(level &- Int(truncatingIfNeeded: current), at: time)
  }

  /// Integral of the level from the start or the last reset up to `end`, which is not before the
  /// last change [level·µs].
  @inlinable
  public func integral(through end: Instant) -> Int128 {
    Int128(current) * Int128(end.microseconds) - changes
  }

  /// Mean level from the start or the last reset up to `end`; not a number if no time has passed.
  @inlinable
  public func mean(through end: Instant) -> Double {
    let length = end.microseconds - startMicroseconds
    return length > 0 ? Double(integral(through: end)) / Double(length) : .nan
  }

  /// Forgets everything before `start`, at which the level is what it is now.
  @inlinable
  public mutating func reset(at start: Instant) {
    self = TimeWeighted(level: Int(truncatingIfNeeded: current), since: start)
  }
}
