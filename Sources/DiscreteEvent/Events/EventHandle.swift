/// Names one scheduled event of one event list, so that it can be cancelled.
///
/// Slot and sequence number in eight bytes. Sequence numbers are never used twice, so a handle goes
/// stale when its event is executed or cancelled and never comes to mean another event.
@frozen
public struct EventHandle: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let bits: UInt64

  @inlinable
  init(bits: UInt64) { self.bits = bits }

  /// A handle that no event ever has.
  @inlinable
  public static var none: EventHandle { EventHandle(bits: 0) }
}
