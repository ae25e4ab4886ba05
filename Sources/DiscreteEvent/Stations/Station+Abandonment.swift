public import Quantities

/// Customers who give up waiting.
///
/// One who gives up leaves the queue's statistics at once. Its place in the line is given up when its turn
/// would come: before ``complete(at:)`` and ``startNext(at:)``, the caller drops those in front who are
/// gone. Each costs O(1), and O(log n) under ``Discipline/priority``.
extension Station {
  /// A customer who waits gives up.
  @inlinable
  public mutating func abandon(at time: Instant) {
    assert(waiting.current > 0, "nobody waits who could give up")
    waiting.add(-1, at: time)
  }

  /// Whether there are places in the line whose customers have given up.
  @inlinable
  public var hasAbandoned: Bool { line.count &+ ranks.count > waiting.level }

  /// Who stands where the next to be served is taken from, gone or not.
  @inlinable
  public var nextInLine: UInt32? {
    switch discipline {
    case .firstInFirstOut: line.count > 0 ? line.entries[line.head].token : nil
    case .lastInFirstOut:
      line.count > 0 ? line.entries[(line.head &+ line.count &- 1) & line.mask].token : nil
    case .priority: ranks.count > 0 ? ranks.entries[0].entry.token : nil
    }
  }

  /// Takes ``nextInLine``, who has given up, out of the line.
  @inlinable
  public mutating func dropNextInLine() {
    assert(hasAbandoned, "everybody in the line still waits")
    switch discipline {
    case .firstInFirstOut: _ = line.removeFirst()
    case .lastInFirstOut: _ = line.removeLast()
    case .priority: _ = ranks.removeFirst()
    }
  }
}
