import Foundation

/// A small generator for the tests: SplitMix64, fixed seed.
struct TestGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Open interval (0, 1).
  mutating func uniform() -> Double { Double(next() >> 12) * 0x1p-52 + 0x1p-53 }
}

/// Whether the tests were compiled with optimization: experiments are then large.
let isOptimized: Bool = {
  var optimized = true
  assert(
    {
      optimized = false
      return true
    }())
  return optimized
}()

/// Standard error of an observed share.
func shareError(_ p: Double, _ n: Int) -> Double { (p * (1 - p) / Double(n)).squareRoot() }

/// Multiplies the length of statistical tests: `PLOY_TEST_EFFORT=20` comes close to the reference
/// studies.
let effort = Int(ProcessInfo.processInfo.environment["PLOY_TEST_EFFORT"] ?? "") ?? 1
