/// A stream of random words that can be seated anywhere at once.
///
/// A seat is named by what the draws belong to (root seed, purpose, replication, entity, group),
/// never by the number of draws made before. With Philox the name is the key and the counter:
///
/// | word | content |
/// |---|---|
/// | key 0 | root seed |
/// | key 1 | key of the ``Purpose`` |
/// | counter 0 | block of four words, from 0 |
/// | counter 1 | entity: an exogenous number (the order's, the day's), never an allocated id |
/// | counter 2 | replication |
/// | counter 3 | group: 0 = common to all strategies, 1 + s = private to strategy s |
///
/// This layout decides every result. An MRG32k3a stream goes to the same seats by jumps: see
/// RandomStream+MRG32k3a.swift.
///
/// A stream is a value: a copy draws the same words again.
@frozen
public struct RandomStream: BitwiseCopyable, Sendable {
  // With MRG32k3a these six words are the two recurrences' state.
  @usableFromInline var counter: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  @usableFromInline var key: (UInt64, UInt64) = (0, 0)
  @usableFromInline var buffer: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// All ones in an antithetic stream, else 0.
  @usableFromInline var complement: UInt64 = 0
  /// Words of the buffer already drawn, 0...4.
  @usableFromInline var drawn: UInt32 = 4
  public let kind: GeneratorKind

  /// A stream seated at seed, purpose, replication, entity and group 0.
  public init(_ kind: GeneratorKind = .philox4x64) {
    self.kind = kind
    seat(seed: 0, purpose: 0, replication: 0, entity: 0)
  }

  /// Goes to the first word of a seat.
  ///
  /// - Complexity: 4 stores (Philox); about 60 small matrix products (MRG32k3a).
  @inlinable
  public mutating func seat(
    seed: UInt64, purpose: UInt64, replication: UInt64, entity: UInt64, group: UInt64 = 0
  ) {
    key = (seed, purpose)
    counter = (0, entity, replication, group)
    drawn = 4
    if kind != .philox4x64 { seatRecurrence() }
  }

  @inlinable
  public mutating func seat(
    seed: UInt64, purpose: Purpose, replication: UInt64, entity: UInt64, group: UInt64 = 0
  ) {
    seat(seed: seed, purpose: purpose.key, replication: replication, entity: entity, group: group)
  }

  /// Whether every word is the complement of the ordinary stream's, so that every uniform is 1 - u.
  ///
  /// Survives ``seat``.
  public var isAntithetic: Bool {
    get { complement != 0 }
    set {
      guard newValue != isAntithetic else { return }
      complement = ~complement
      buffer = (~buffer.0, ~buffer.1, ~buffer.2, ~buffer.3)
    }
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if drawn == 4 { refill() }
    let word = withUnsafePointer(to: &buffer) {
      UnsafeRawPointer($0).load(fromByteOffset: Int(drawn) &* 8, as: UInt64.self)
    }
    drawn &+= 1
    return word
  }

  /// A uniform number strictly inside (0, 1): 2^52 equidistant values, from 2^-53 to 1 - 2^-53.
  ///
  /// The complement of the word gives exactly 1 - u.
  ///
  /// - Draws: one word.
  @inlinable
  public mutating func uniform() -> Double { RandomStream.uniform(next()) }

  @inlinable @inline(__always)
  static func uniform(_ word: UInt64) -> Double {
    Double(Int64(truncatingIfNeeded: word >> 12)) * 0x1p-52 + 0x1p-53
  }

  /// Makes the next four words. The only place that asks for the kind of generator.
  @usableFromInline
  @inline(never)
  mutating func refill() {
    switch kind {
    case .philox4x64:
      precondition(counter.0 < 1 << 62, "random stream exhausted")
      buffer = Philox4x64.block(counter, key)
      counter.0 &+= 1
    case .mrg32k3a:
      refillFromRecurrence()
    }
    buffer = (
      buffer.0 ^ complement, buffer.1 ^ complement, buffer.2 ^ complement, buffer.3 ^ complement
    )
    drawn = 0
  }
}
