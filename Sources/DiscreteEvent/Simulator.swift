public import Quantities

/// A clock and a future event list: executes events in order and never goes back.
///
/// It does not call anybody: the model asks for the next payload and acts upon it, which keeps the
/// model's state in plain values and the loop free of closures.
///
/// ```swift
/// var simulator = Simulator<Event>()
/// simulator.schedule(.arrival, at: .zero)
/// while let event = simulator.next(through: end) {
///   switch event { … }
/// }
/// ```
public struct Simulator<Payload: BitwiseCopyable>: ~Copyable {
  @usableFromInline var events: EventList<Payload>

  /// Events executed so far.
  @usableFromInline var executed: Int

  /// - Parameters:
  ///   - start: Where the clock stands; nothing can be scheduled before.
  ///   - minimumCapacity: Pending events for which room is made at once.
  @inlinable
  public init(start: Instant = .zero, minimumCapacity: Int = 256) {
    events = EventList(minimumCapacity: minimumCapacity)
    events.clock = start.microseconds
    executed = 0
  }

  /// The current instant.
  @inlinable
  public var now: Instant { Instant(microseconds: events.clock) }

  /// Events executed so far.
  @inlinable
  public var eventCount: Int { executed }

  /// Events that are pending.
  @inlinable
  public var pendingCount: Int { events.count }

  /// Makes an event pending; `time` must not be before `now`. See
  /// ``EventList/schedule(_:at:priority:)``.
  @inlinable @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ payload: Payload, at time: Instant, priority: UInt8 = 0
  ) -> EventHandle {
    events.schedule(payload, at: time, priority: priority)
  }

  /// Makes an event pending `delay` after `now`; the delay must not be negative.
  @inlinable @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ payload: Payload, after delay: TimeSpan, priority: UInt8 = 0
  ) -> EventHandle {
    events.schedule(payload, at: now + delay, priority: priority)
  }

  /// Takes a pending event back; false if it was executed or cancelled before.
  /// - Complexity: O(1) amortized.

  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool { events.cancel(handle) }

  /// Whether the event was neither executed nor cancelled.
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { events.isPending(handle) }

  /// The time of the first pending event.
  @inlinable
  public var nextTime: Instant? {
    mutating get { events.nextTime }
  }

  /// Advances the clock to the first pending event and returns it; nil, and the clock stays, if
  /// there is none.
  @inlinable @inline(__always)
  public mutating func next() -> Payload? {
    guard let event = events.popFirst() else { return nil }
    executed &+= 1
    return event.payload
  }

  /// Advances the clock to the first pending event and returns it if it is due at or before
  /// `limit`; else returns nil and moves the clock to `limit`, if it is not there already.
  @inlinable @inline(__always)
  public mutating func next(through limit: Instant) -> Payload? {
    guard let event = events.popFirst(through: limit) else {
      events.clock = max(events.clock, limit.microseconds)
      return nil
    }
    executed &+= 1
    return event.payload
  }

  /// Advances the clock to the first pending event and returns it if it comes before every event of
  /// that time and priority; else returns nil, and the clock stays.
  ///
  /// For events the model keeps outside of the list, such as the next arrival of a stream: when
  /// nothing is left before it, ``advance(to:)`` executes it.
  @inlinable @inline(__always)
  public mutating func next(before time: Instant, priority: UInt8) -> Payload? {
    guard let event = events.popFirst(before: time, priority: priority) else { return nil }
    executed &+= 1
    return event.payload
  }

  /// Advances the clock to an event that the model keeps outside of the list, and counts it.
  ///
  /// - Parameter time: Not before `now`.
  @inlinable @inline(__always)
  public mutating func advance(to time: Instant) {
    precondition(time.microseconds >= events.clock, "an event is executed in the past")
    events.clock = time.microseconds
    executed &+= 1
  }
}
