/// All seats of one purpose in one replication: what the first block of words has in common for every entity.
///
/// The block's number is 0, and only the entity varies, so that one of ten rounds, half of the two after it and
/// all round keys are known beforehand. For loops that seat a stream anew for nearly every draw.
///
/// ```swift
/// let seats = PreparedSeat(seed: 1, purpose: Purpose("pick"), replication: 0)
/// stream.seat(seats, entity: 7)      // as stream.seat(seed: 1, purpose: Purpose("pick"), replication: 0, entity: 7)
/// ```
@frozen
public struct PreparedSeat: BitwiseCopyable, Sendable {
  public let seed: UInt64
  public let purpose: UInt64
  public let replication: UInt64
  public let group: UInt64

  // The entity enters in round 0 by an exclusive or with the first word, and nowhere else.
  @usableFromInline let first: UInt64
  // Constants of rounds 1 and 2.
  @usableFromInline let key1: UInt64
  @usableFromInline let upper2: UInt64
  @usableFromInline let lower2: UInt64
  @usableFromInline let last2: UInt64
  // Keys of rounds 3 to 9, two each.
  @usableFromInline let keys: InlineArray<14, UInt64>

  public init(seed: UInt64, purpose: Purpose, replication: UInt64, group: UInt64 = 0) {
    self.init(seed: seed, purposeKey: purpose.key, replication: replication, group: group)
  }

  /// - Parameter purposeKey: Key of a ``Purpose``.
  public init(seed: UInt64, purposeKey: UInt64, replication: UInt64, group: UInt64 = 0) {
    self.seed = seed
    purpose = purposeKey
    self.replication = replication
    self.group = group
    let (k0, k1) = (Philox4x64.weyl0, Philox4x64.weyl1)
    // Round 0 of (0, entity, replication, group).
    let (h0, l0) = Philox4x64.multiplier1.multipliedFullWidth(by: replication)
    first = h0 ^ seed
    // Round 1 of (entity ^ first, l0, group ^ purpose, 0).
    let (h1, l1) = Philox4x64.multiplier1.multipliedFullWidth(by: group ^ purpose)
    key1 = purpose &+ k1
    let word = h1 ^ l0 ^ (seed &+ k0)
    // Round 2 of (word, l1, varies, varies).
    let (h2, l2) = Philox4x64.multiplier0.multipliedFullWidth(by: word)
    upper2 = l1 ^ (seed &+ 2 &* k0)
    lower2 = h2 ^ (purpose &+ 2 &* k1)
    last2 = l2
    keys = InlineArray { index in
      let round = UInt64(3 + index / 2)
      return index % 2 == 0 ? seed &+ round &* k0 : purposeKey &+ round &* k1
    }
  }

  /// `Philox4x64.block((0, entity, replication, group), (seed, purpose))`.
  @inlinable @inline(__always)
  func block(_ entity: UInt64) -> Philox4x64.Counter {
    let (h1, l1) = Philox4x64.multiplier0.multipliedFullWidth(by: entity ^ first)
    let (h2, l2) = Philox4x64.multiplier1.multipliedFullWidth(by: h1 ^ key1)
    var (x0, x1, x2, x3) = (h2 ^ upper2, l2, lower2 ^ l1, last2)
    for round in 0..<7 {
      let (k0, k1) = (keys[unchecked: 2 &* round], keys[unchecked: 2 &* round &+ 1])
      (x0, x1, x2, x3) = Philox4x64.round((x0, x1, x2, x3), (k0, k1))
    }
    return (x0, x1, x2, x3)
  }
}

extension RandomStream {
  /// Goes to the first word of an entity's seat, which is drawn at once.
  ///
  /// - Complexity: one block of Philox, about two thirds of its usual work.
  @inlinable @inline(__always)
  public mutating func seat(_ seat: PreparedSeat, entity: UInt64) {
    if kind != .philox4x64 {
      return self.seat(
        seed: seat.seed, purpose: seat.purpose, replication: seat.replication, entity: entity,
        group: seat.group)
    }
    let words = seat.block(entity)
    key = (seat.seed, seat.purpose)
    counter = (1, entity, seat.replication, seat.group)
    buffer = (
      words.0 ^ complement, words.1 ^ complement, words.2 ^ complement, words.3 ^ complement
    )
    drawn = 0
  }
}
