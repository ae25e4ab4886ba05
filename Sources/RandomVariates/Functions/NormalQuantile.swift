import CGSL
import Foundation

// A uniform number's smaller side, p = min(u, 1 - u), lies in one of 16 equal stretches of an octave
// [2^-k, 2^-(k-1)), which the leading bits of p name. There |z| is a polynomial in p's remaining bits.

/// The octave of 2^-53, the smallest uniform number, as the leading bits of a Double say it.
@usableFromInline let firstStretch = (1023 - 53) << 4
/// 52 octaves, and the stretch that begins at 1/2.
private let stretchCount = 52 * 16 + 1

/// The standard normal quantile of a ``RandomStream/uniform()`` number: a table of GSL's.
///
/// Increasing in `u`, odd about 1/2; one path for the middle and the tails, without a division.
///
/// - Parameter u: in 2^-53...(1 - 2^-53).
/// - Returns: `gsl_cdf_ugaussian_Pinv(u)` but for 2e-15 of it (of 1, where it is smaller).
@inlinable @inline(__always)
func normalQuantile(_ u: Double, _ tables: VariateTables) -> Double {
  let p = min(u, 1 - u)
  let bits = p.bitPattern
  let c = tables.quantile + (Int(truncatingIfNeeded: bits >> 48) &- firstStretch) &* 4
  // p's place within its stretch, -1/2 ..< 1/2.
  let x = Double(bitPattern: (bits << 4) & (1 << 52 - 1) | 1.0.bitPattern) - 1.5
  let square = x * x
  let halves = (c[0] + c[1] * x) + (c[2] + c[3] * x) * square
  let z = halves[0] + halves[1] * (square * square)
  return Double(signOf: u - 0.5, magnitudeOf: z)
}

/// Per stretch the polynomial of degree 7 that is exact at the Chebyshev points: coefficients of 1 and x^4, of x
/// and x^5, of x^2 and x^6, of x^3 and x^7.
func quantileCoefficients() -> [Double] {
  let points = (0..<8).map { 0.5 * cos((2 * Double($0) + 1) * .pi / 16) }
  return (firstStretch..<firstStretch + stretchCount).flatMap { stretch in
    let start = Double(bitPattern: UInt64(stretch) << 48)
    let width = start.ulp * 0x1p48
    let c = monomials(
      through: points, points.map { -gsl_cdf_ugaussian_Pinv(start + (0.5 + $0) * width) })
    return (0..<4).flatMap { [c[$0], c[$0 + 4]] }
  }
}

/// Coefficients of 1, x, x^2, … of the polynomial through (points, values): Newton's divided differences,
/// multiplied out.
private func monomials(through points: [Double], _ values: [Double]) -> [Double] {
  let n = points.count
  var differences = values
  for order in 1..<n {
    for i in stride(from: n - 1, through: order, by: -1) {
      differences[i] = (differences[i] - differences[i - 1]) / (points[i] - points[i - order])
    }
  }
  var coefficients = [Double](repeating: 0, count: n)
  for i in stride(from: n - 1, through: 0, by: -1) {
    for k in stride(from: n - 1, through: 1, by: -1) {
      coefficients[k] = coefficients[k - 1] - points[i] * coefficients[k]
    }
    coefficients[0] = differences[i] - points[i] * coefficients[0]
  }
  return coefficients
}
