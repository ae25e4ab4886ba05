internal import CGSL

/// Points that fill the unit cube evenly: Sobol's sequence as in GSL, with a random shift.
///
/// The first point is the middle; from the third dimension on the direction numbers are those of
/// Bratley and Fox, not those of Joe and Kuo. Use powers of two, and several shifts for an error.
///
/// - Source: [sobol1967], [bratley1988]; random shifts: [cranley1976].
public struct SobolSequence {
  /// Dimensions to use at most: later ones fill the cube badly.
  public static let dimensionsMaximum = 40

  /// - Parameters:
  ///   - count: Number of points.
  ///   - dimensions: 1 to ``dimensionsMaximum``.
  ///   - shift: Added modulo 1, one per dimension; empty: none.
  /// - Returns: By point, then by dimension; in [0, 1).
  public static func points(_ count: Int, dimensions: Int, shift: [Double] = []) -> [[Double]] {
    precondition((1...dimensionsMaximum).contains(dimensions), "1 to 40 dimensions")
    precondition(shift.isEmpty || shift.count == dimensions, "one shift per dimension")
    let sequence = gsl_qrng_alloc(ploy_qrng_sobol(), UInt32(dimensions))!
    defer { gsl_qrng_free(sequence) }
    var x = [Double](repeating: 0, count: dimensions)
    return (0..<count).map { _ in
      gsl_qrng_get(sequence, &x)
      guard !shift.isEmpty else { return x }
      return zip(x, shift).map { u, s in
        let moved = u + s
        return moved >= 1 ? moved - 1 : moved
      }
    }
  }
}
