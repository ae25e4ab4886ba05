/// MRG32k3a: two recurrences of order three modulo primes near 2^32; period about 2^191.
///
/// With the jumps of RngStreams: streams 2^127 apart, substreams 2^76 apart.
///
/// - Source: [lecuyer1999] (generator), [lecuyer2002] (streams).
public struct MRG32k3a: Hashable, Sendable {
  static let modulus1: UInt64 = 4_294_967_087
  static let modulus2: UInt64 = 4_294_944_443
  static let norm = 0x1.000000d00000bp-32  // 1 / (modulus1 + 1)

  /// The last three values of each recurrence, oldest first.
  public internal(set) var state: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  /// - Parameter seed: Six words; the first three < 4294967087 and not all 0, the last three
  ///   < 4294944443 and not all 0.
  public init(
    seed: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
      12345, 12345, 12345, 12345, 12345, 12345
    )
  ) {
    let (a, b, c, d, e, f) = seed
    precondition(max(a, b, c) < Self.modulus1 && a | b | c != 0, "first recurrence's seed")
    precondition(max(d, e, f) < Self.modulus2 && d | e | f != 0, "second recurrence's seed")
    state = seed
  }

  /// An integer in 1...4294967087.
  @inline(__always)
  public mutating func nextInteger() -> UInt64 {
    let (m1, m2) = (Self.modulus1, Self.modulus2)
    // (a12 x[n-2] - a13 x[n-3]) mod m1, with the subtraction made an addition; < 2^64.
    let p1 = (1_403_580 &* state.1 &+ 810_728 &* (m1 &- state.0)) % m1
    let p2 = (527_612 &* state.5 &+ 1_370_589 &* (m2 &- state.3)) % m2
    state = (state.1, state.2, p1, state.4, state.5, p2)
    return p1 > p2 ? p1 &- p2 : p1 &+ m1 &- p2
  }

  /// A uniform number in (0, 1), of 32 bits, as RngStreams gives it.
  public mutating func nextUniform() -> Double { Double(nextInteger()) * Self.norm }

  public static func == (a: MRG32k3a, b: MRG32k3a) -> Bool { a.words == b.words }
  public func hash(into hasher: inout Hasher) { hasher.combine(words) }

  var words: [UInt64] { [state.0, state.1, state.2, state.3, state.4, state.5] }
}
