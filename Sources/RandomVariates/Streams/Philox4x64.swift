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
    var (x, k) = (counter, key)
    for _ in 0..<10 {
      x = round(x, k)
      k = (k.0 &+ weyl0, k.1 &+ weyl1)
    }
    return x
  }

  /// One of the ten rounds, with the key of that round.
  @inlinable @inline(__always)
  static func round(_ x: Counter, _ key: Key) -> Counter {
    let (h0, l0) = multiplier0.multipliedFullWidth(by: x.0)
    let (h1, l1) = multiplier1.multipliedFullWidth(by: x.2)
    return (h1 ^ x.1 ^ key.0, l1, h0 ^ x.3 ^ key.1, l0)
  }
}
