/// The place of an event in the order of execution: 128 bits compared as one unsigned integer.
///
/// | word | bits | holds |
/// |---|---|---|
/// | `high` | 61 | instant [µs], with its sign bit flipped so that negative times order too |
/// | `high` | 3 | priority, 0...7, smaller first |
/// | `low` | 36 | sequence number of the `schedule` call, from 1: first in, first out |
/// | `low` | 28 | slot of the payload |
///
/// Hence instants within ±2^60 µs (36,533 years), 2^36 - 1 (6.9e10) calls of `schedule` and
/// 2^28 - 1 (2.7e8) pending events per event list; each bound is checked.
@frozen @usableFromInline
struct EventKey: BitwiseCopyable, Sendable {
  @usableFromInline var high: UInt64
  @usableFromInline var low: UInt64

  @inlinable
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Orders after every event; fills the unused places of the heap.
  @inlinable
  static var sentinel: EventKey { EventKey(high: .max, low: .max) }

  /// One past the last instant an event list can hold [µs].
  @inlinable
  static var timeBound: Int64 { 1 << 60 }

  @inlinable
  static var slotBits: UInt64 { 28 }
  @inlinable
  static var slotMask: UInt64 { (1 << 28) - 1 }
  @inlinable
  static var sequenceBound: UInt64 { 1 << 36 }

  @inlinable
  static func high(microseconds: Int64, priority: UInt8) -> UInt64 {
    (UInt64(bitPattern: microseconds &<< 3) ^ (1 << 63)) | UInt64(priority)
  }

  @inlinable
  static func low(sequence: UInt64, slot: UInt64) -> UInt64 { sequence &<< slotBits | slot }

  @inlinable
  var microseconds: Int64 { Int64(bitPattern: high ^ (1 << 63)) &>> 3 }

  @inlinable
  var slot: Int { Int(truncatingIfNeeded: low & EventKey.slotMask) }

  /// Compiles to a compare, a subtract with borrow and no branch.
  @inlinable @inline(__always)
  static func < (a: EventKey, b: EventKey) -> Bool {
    (UInt128(a.high) &<< 64 | UInt128(a.low)) < (UInt128(b.high) &<< 64 | UInt128(b.low))
  }
}
