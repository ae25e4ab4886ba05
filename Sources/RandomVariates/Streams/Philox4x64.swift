/// Philox4x64-10: a bijection of 256-bit counters, chosen by a 128-bit key, ten rounds.
///
/// - Source: [salmon2011]; constants and known answers from Random123.
public enum Philox4x64 {
  public typealias Counter = (UInt64, UInt64, UInt64, UInt64)
  public typealias Key = (UInt64, UInt64)

  @inlinable static var multiplier0: UInt64 { 0xD2E7_470E_E14C_6C93 }
  @inlinable static var multiplier1: UInt64 { 0xCA5A_8263_9512_1157 }
  @inlinable static var weyl0: UInt64 { 0x9E37_79B9_7F4A_7C15 }
  @inlinable static var weyl1: UInt64 { 0xBB67_AE85_84CA_A73B }

  /// The four words of one counter.
  @inline(__always)
  public static func block(_ counter: Counter, _ key: Key) -> Counter {
    rounds(0..<10, counter, key)
  }

  /// Some of the ten rounds.
  @inlinable @inline(__always)
  static func rounds(_ range: Range<UInt64>, _ state: Counter, _ key: Key) -> Counter {
    var (x0, x1, x2, x3) = state
    var (k0, k1) = (key.0 &+ range.lowerBound &* weyl0, key.1 &+ range.lowerBound &* weyl1)
    for _ in range {
      let (h0, l0) = multiplier0.multipliedFullWidth(by: x0)
      let (h1, l1) = multiplier1.multipliedFullWidth(by: x2)
      (x0, x1, x2, x3) = (h1 ^ x1 ^ k0, l1, h0 ^ x3 ^ k1, l0)
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return (x0, x1, x2, x3)
  }
}
