public import Foundation

@usableFromInline let powerCount = 128

/// e^x from a table of 2^(j/128), so that a loop makes no call.
///
/// Sums and products alone, hence the same bits on every processor, with fused operations or without.
///
/// - Returns: e^x but for 1.5 units in the last place; `exp(x)` of the C library outside -700...700.
/// - Source: [tang1989], with a table of 128 powers.
@inlinable @inline(__always)
func exponentialFunction(_ x: Double, _ tables: VariateTables) -> Double {
  guard abs(x) <= 700 else { return exp(x) }
  // The nearest whole k to x · 128 / ln 2, in the low bits of a sum with a large number.
  let shifted = x * 0x1.71547652b82fep7 + 0x1.8p52
  let k = shifted - 0x1.8p52
  // x - k · ln 2 / 128; the first product is exact.
  let r = (x - k * 0x1.62e42fefap-8) - k * 0x1.cf79abc9e3b39p-47
  let bits = shifted.bitPattern
  let power = tables.powers[Int(truncatingIfNeeded: bits & UInt64(powerCount - 1))]
  let scaled = Double(bitPattern: power.bitPattern &+ ((bits >> 7) << 52))
  let square = r * r
  // e^r - 1 for |r| <= ln 2 / 256.
  let rest = r + square * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120)))
  return scaled + scaled * rest
}

func exponentialPowers() -> [Double] { (0..<powerCount).map { exp2(Double($0) / 128) } }
