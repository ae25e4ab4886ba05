/// Payloads of the pending events, apart from the keys that are moved about.
///
/// A slot's stamp is the low word of its event's key while the event is pending, which makes it the
/// generation that handles and keys are checked against; free slots are chained through their
/// stamps, the latest freed first, so that a warm slot is used again. A free slot's stamp has
/// sequence number 0, which no event has.
@frozen @usableFromInline
struct SlotTable<Payload: BitwiseCopyable>: ~Copyable {
  @frozen @usableFromInline
  struct Slot: BitwiseCopyable {
    @usableFromInline var stamp: UInt64
    @usableFromInline var payload: Payload

    @inlinable
    init(stamp: UInt64, payload: Payload) {
      self.stamp = stamp
      self.payload = payload
    }
  }

  @usableFromInline var slots: UnsafeMutablePointer<Slot>
  @usableFromInline var capacity: Int
  /// Slots at or above were never used.
  @usableFromInline var used: Int
  /// First free slot; `EventKey.slotMask` if none.
  @usableFromInline var firstFree: UInt64

  @inlinable
  init(capacity: Int) {
    self.capacity = capacity
    slots = .allocate(capacity: capacity)
    used = 0
    firstFree = EventKey.slotMask
  }

  @inlinable
  deinit { slots.deallocate() }

  /// A free slot, to be filled by the caller.
  /// - Complexity: O(1), amortized while growing.
  @inlinable @inline(__always)
  mutating func take() -> UInt64 {
    let slot = firstFree
    if slot != EventKey.slotMask {
      firstFree = slots[Int(truncatingIfNeeded: slot)].stamp
      return slot
    }
    if used == capacity { grow() }
    used &+= 1
    return UInt64(truncatingIfNeeded: used &- 1)
  }

  @inlinable @inline(__always)
  mutating func free(_ slot: Int) {
    slots[slot].stamp = firstFree
    firstFree = UInt64(truncatingIfNeeded: slot)
  }

  @inlinable @inline(__always)
  func isLive(_ key: EventKey) -> Bool { slots[key.slot].stamp == key.low }

  @inlinable @inline(never)
  mutating func grow() {
    precondition(capacity < EventKey.slotMask, "more than 2^28 - 1 events are pending")
    let newCapacity = min(capacity * 2, Int(EventKey.slotMask))
    let grown = UnsafeMutablePointer<Slot>.allocate(capacity: newCapacity)
    grown.moveInitialize(from: slots, count: used)
    slots.deallocate()
    slots = grown
    capacity = newCapacity
  }
}
