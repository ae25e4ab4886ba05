import CGSL
import Testing

@testable import RandomVariates

@Suite struct NormalQuantileTests {
  /// The uniform number of rank k: (2k + 1) 2^-53, k in 0..<2^52.
  private static func uniform(_ k: Int64) -> Double { Double(k) * 0x1p-52 + 0x1p-53 }

  private static func error(_ u: Double) -> Double {
    let exact = gsl_cdf_ugaussian_Pinv(u)
    return abs(normalQuantile(u, .shared) - exact) / max(1, abs(exact))
  }

  @Test("The quantile is GSL's, in the middle and far out in the tails")
  func quantiles() {
    var stream = RandomStream()
    stream.seat(seed: 4, purpose: Purpose("test.quantile"), replication: 0, entity: 0)
    var worst = 0.0
    for _ in 0..<200_000 {
      let u = stream.uniform()
      worst = max(worst, Self.error(u))
      // As many in every octave of the tails.
      let k = Int64(stream.next() >> 12) >> Int64(stream.integer(below: 52))
      worst = max(worst, Self.error(Self.uniform(k)), Self.error(1 - Self.uniform(k)))
    }
    #expect(worst <= 2e-15)
  }

  @Test("The least and the greatest uniform number have the quantiles of GSL")
  func extremes() {
    for u in [0x1p-53, 0x3p-53, 0.5 - 0x1p-53] {
      #expect(Self.error(u) <= 2e-15)
      #expect(normalQuantile(1 - u, .shared) == -normalQuantile(u, .shared))
    }
  }

  @Test("The quantile grows from stretch to stretch of its table")
  func monotony() {
    for octave in Int64(5)..<52 {
      for part in Int64(16)..<32 where part << (octave - 5) > 2 {
        // Numbers on both sides of a border; close together, rounding decides.
        let border = part << (octave - 5)
        let step = max(1, border >> 40)
        let z = (-2...2).map { normalQuantile(Self.uniform(border + $0 * step), .shared) }
        #expect(zip(z, z.dropFirst()).allSatisfy { $0 < $1 }, "around \(border) · 2^-52")
      }
    }
  }

  @Test("The quantile is odd about 1/2")
  func symmetry() {
    var stream = RandomStream()
    for _ in 0..<10_000 {
      let u = stream.uniform()
      #expect(normalQuantile(1 - u, .shared) == -normalQuantile(u, .shared))
    }
  }
}
