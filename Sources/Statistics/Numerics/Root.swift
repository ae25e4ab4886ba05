internal import CGSL

/// The place between two ends where a continuous function crosses zero, by Brent's method.
///
/// - Parameters:
///   - low: End with one sign of `f`.
///   - high: End with the other sign.
///   - tolerance: Relative precision of the result.
func root(
  of f: (Double) -> Double, from low: Double, to high: Double, tolerance: Double = 1e-13
) -> Double {
  withoutActuallyEscaping(f) { f in
    let box = FunctionBox(f)
    var function = gsl_function(
      function: { x, box in
        Unmanaged<FunctionBox>.fromOpaque(box!).takeUnretainedValue().call(x)
      }, params: Unmanaged.passUnretained(box).toOpaque())
    let solver = gsl_root_fsolver_alloc(ploy_root_brent())!
    defer { gsl_root_fsolver_free(solver) }
    return withExtendedLifetime(box) {
      let status = gsl_root_fsolver_set(solver, &function, low, high)
      precondition(status == 0, "the ends enclose a root")
      for _ in 0..<200 {
        gsl_root_fsolver_iterate(solver)
        let interval = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
        if gsl_root_test_interval(interval.0, interval.1, 1e-15, tolerance)
          == 0
        {
          break
        }
      }
      return gsl_root_fsolver_root(solver)
    }
  }
}

/// A Swift function where C wants a pointer.
private final class FunctionBox {
  let call: (Double) -> Double
  init(_ call: @escaping (Double) -> Double) { self.call = call }
}
