import CGSL

extension RandomStream {
  /// A Poisson variate.
  ///
  /// Below a mean of 10 GSL's product of uniforms; from there on transformed rejection with squeeze
  /// (PTRS), whose cost does not depend on the mean.
  ///
  /// - Parameter mean: In 0...1e15.
  /// - Draws: a varying number of words.
  /// - Source: [hoermann1993].
  public mutating func poisson(mean: Double) -> Int {
    if mean < 10 { return withGSL { Int(gsl_ran_poisson($0, mean)) } }
    let logMean = log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let edge = 0.5 - abs(u)
      let k = ((2 * a / edge + b) * u + mean + 0.43).rounded(.down)
      if edge >= 0.07 && v <= squeeze { return Int(k) }
      if k < 0 || (edge < 0.013 && v > edge) { continue }
      let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
      if log(v * inverseAlpha / (a / (edge * edge) + b)) <= k * logMean - mean - logFactorial(k) {
        return Int(k)
      }
    }
  }
}

/// log(k!) for whole k >= 0, by Stirling's series from 10 on; relative error below 1e-15.
///
/// Not `lgamma`, which writes to a variable that all threads share.
func logFactorial(_ k: Double) -> Double {
  if k < 10 { return logFactorials[Int(k)] }
  let x = k + 1
  let r = 1 / (x * x)
  let series = 1.0 / 12 + r * (-1.0 / 360 + r * (1.0 / 1260 + r * (-1.0 / 1680 + r / 1188)))
  return (x - 0.5) * log(x) - x + 0.918938533204672741780 + series / x
}

private let logFactorials = (0..<10).map { log((1...max($0, 1)).reduce(1.0) { $0 * Double($1) }) }
