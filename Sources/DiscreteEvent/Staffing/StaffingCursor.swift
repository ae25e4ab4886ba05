public import Quantities

extension StaffingCalendar {
  /// A place in a calendar that moves forward from change to change.
  public struct Cursor: Hashable, Sendable, BitwiseCopyable {
    var index: Int

    /// The next change, which the cursor passes; nil after the last one.
    /// - Complexity: O(1).
    public mutating func next(in calendar: StaffingCalendar) -> Change? {
      guard index < calendar.changes.count else { return nil }
      defer { index += 1 }
      return calendar.changes[index]
    }
  }

  /// A cursor before the first change after `time`.
  /// - Complexity: O(log n).
  public func cursor(after time: Instant) -> Cursor { Cursor(index: indexOfChange(after: time)) }
}
