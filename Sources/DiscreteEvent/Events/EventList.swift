public import Quantities

/// The future event list: pending events in the order time, then priority (smaller first), then
/// first in first out.
///
/// The order is total, so a run never depends on addresses or hash seeds. Any mix of scheduling,
/// cancelling and popping is allowed; scheduling before the last popped event is a programming
/// error and stops the program.
///
/// Near events are held in a heap, and above some thousand pending far events in a ladder of
/// unsorted buckets (`Ladder`). Cancelling is lazy: the key stays, its slot is free at once, and
/// the keys are swept when the dead outnumber the living, so that memory stays within a constant
/// factor of the pending events at most. Nothing is allocated once the list has seen its greatest
/// number of pending events.
///
/// ```swift
/// var events = EventList<UInt32>()
/// events.schedule(7, at: Instant(microseconds: 1_000_000))
/// let reminder = events.schedule(8, at: Instant(microseconds: 500_000))
/// events.cancel(reminder)                        // true
/// events.popFirst()                              // (time: 1 s, payload: 7)
/// ```
///
/// - Complexity: schedule and pop O(log h), h <= some thousand keys in the near heap, plus O(1)
///   amortized in the ladder; cancel O(1) amortized. About 16 bytes per key and 8 + payload bytes
///   per event.
public struct EventList<Payload: BitwiseCopyable>: ~Copyable {
  @usableFromInline var slots: SlotTable<Payload>
  @usableFromInline var near: NearHeap
  @usableFromInline var far: Ladder
  /// Number of the latest `schedule`.
  @usableFromInline var sequence: UInt64
  /// Keys held whose event was cancelled.
  @usableFromInline var dead: Int
  /// The near heap is moved to the ladder above this many keys.
  @usableFromInline var spillAbove: Int
  @usableFromInline var live: Int
  /// Nothing may be scheduled before [µs]: the time of the last popped event.
  @usableFromInline var clock: Int64

  /// - Parameter minimumCapacity: Pending events for which room is made at once.
  @inlinable
  public init(minimumCapacity: Int = 256) {
    slots = SlotTable(capacity: min(max(minimumCapacity, 1), Int(EventKey.slotMask)))
    near = NearHeap(minimumCapacity: min(minimumCapacity, EventList.spillStandard))
    far = Ladder()
    sequence = 0
    dead = 0
    live = 0
    spillAbove = EventList.spillStandard
    clock = -EventKey.timeBound
  }

  /// Pending events.
  /// - Complexity: O(1).
  @inlinable
  public var count: Int { live }

  @inlinable
  public var isEmpty: Bool { live == 0 }

  /// Memory held for events [bytes]: 16 per key in the heap or the ladder, 8 and the payload per
  /// slot.
  public var memoryInBytes: Int {
    slots.capacity * MemoryLayout<SlotTable<Payload>.Slot>.stride
      + (near.capacity + far.pool.capacity * ChunkPool.chunkSize)
      * MemoryLayout<EventKey>.stride + far.pool.capacity * MemoryLayout<UInt32>.stride
      + far.bucketCapacity * MemoryLayout<Bucket>.stride
  }

  /// Makes an event pending and returns its handle.
  ///
  /// - Parameters:
  ///   - payload: What the caller wants to know when the event is popped.
  ///   - time: Not before the time of the last popped event, and within ±2^60 µs.
  ///   - priority: 0...7; at the same time, smaller goes first.
  /// - Complexity: O(log h), amortized; see ``EventList``.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ payload: Payload, at time: Instant, priority: UInt8 = 0
  ) -> EventHandle {
    precondition(time.microseconds >= clock, "an event is scheduled in the past")
    precondition(time.microseconds < EventKey.timeBound, "an event is scheduled after 2^60 µs")
    precondition(priority < 8, "event priorities are 0...7")
    sequence &+= 1
    precondition(sequence < EventKey.sequenceBound, "more than 2^36 - 1 events were scheduled")
    let slot = slots.take()
    let key = EventKey(
      high: EventKey.high(microseconds: time.microseconds, priority: priority),
      low: EventKey.low(sequence: sequence, slot: slot))
    (slots.slots + Int(truncatingIfNeeded: slot)).initialize(
      to: SlotTable<Payload>.Slot(stamp: key.low, payload: payload))
    live &+= 1
    if key.high < far.nearEnd {
      near.push(key)
      if near.count > spillAbove { spill() }
    } else {
      far.append(key)
    }
    return EventHandle(bits: key.low)
  }

  /// Whether the event was neither popped nor cancelled.
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool {
    let slot = Int(truncatingIfNeeded: handle.bits & EventKey.slotMask)
    return handle.bits >> EventKey.slotBits != 0 && slot < slots.used
      && slots.slots[slot].stamp == handle.bits
  }

  /// Takes a pending event back; false if it was popped or cancelled before.
  /// - Complexity: O(1) amortized.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard isPending(handle) else { return false }
    slots.free(Int(truncatingIfNeeded: handle.bits & EventKey.slotMask))
    live &-= 1
    dead &+= 1
    if dead > live && dead > EventList.sweepMinimum { sweep() }
    return true
  }

  /// The time of the first pending event. Mutating, because keys of cancelled events are dropped on
  /// the way.
  /// - Complexity: O(log h), amortized.
  @inlinable
  public var nextTime: Instant? {
    mutating get {
      settle() ? Instant(microseconds: near.first.microseconds) : nil
    }
  }

  /// Removes the first pending event in the order of the list.
  /// - Complexity: O(log h), amortized.
  @inlinable @inline(__always)
  public mutating func popFirst() -> (time: Instant, payload: Payload)? {
    settle() ? removeNext() : nil
  }

  /// Removes the first pending event if its time is at or before `limit`.
  /// - Complexity: O(log h), amortized.

  @inlinable @inline(__always)
  public mutating func popFirst(through limit: Instant) -> (time: Instant, payload: Payload)? {
    settle() && near.first.microseconds <= limit.microseconds ? removeNext() : nil
  }

  /// Removes the first pending event if it comes before every event of that time and priority.
  /// - Complexity: O(log h), amortized.
  @inlinable @inline(__always)
  public mutating func popFirst(
    before time: Instant, priority: UInt8
  ) -> (time: Instant, payload: Payload)? {
    settle()
      && near.first.high < EventKey.high(microseconds: time.microseconds, priority: priority)
      ? removeNext() : nil
  }
}
