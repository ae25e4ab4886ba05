import Foundation
import Testing

@testable import RandomVariates

@Suite struct ExponentialFunctionTests {
  /// Difference from the C library's in units of the last place.
  private static func error(_ x: Double) -> Double {
    let exact = exp(x)
    return abs(exponentialFunction(x, .shared) - exact) / exact.ulp
  }

  @Test("e^x is the C library's but for two units in the last place")
  func values() {
    var stream = RandomStream()
    stream.seat(seed: 5, purpose: Purpose("test.exp"), replication: 0, entity: 0)
    var worst = 0.0
    for _ in 0..<500_000 {
      worst = max(worst, Self.error(1400 * stream.uniform() - 700), Self.error(stream.normal()))
    }
    #expect(worst <= 2)
  }

  @Test("e^x is exact at 0, and the C library's beyond the table")
  func special() {
    #expect(exponentialFunction(0, .shared) == 1)
    #expect(exponentialFunction(-0.0, .shared) == 1)
    for x in [700.5, -700.5, 709.7, 710, -745, -746, 1e300, -1e300, .infinity, -.infinity] {
      #expect(exponentialFunction(x, .shared) == exp(x))
    }
    #expect(exponentialFunction(.nan, .shared).isNaN)
  }
}
