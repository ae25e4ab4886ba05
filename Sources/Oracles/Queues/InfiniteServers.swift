internal import Foundation

/// Nobody waits: M/G/inf, and M_t/M/inf with a rate that is linear between knots.
///
/// - Source: [eick1993]; [gross2008], sec. 2.7. The number in the system is Poisson at any time.
public enum InfiniteServers {
  /// Mean number in the system in steady state, λ E[S]; insensitive to the law of S.
  public static func numberMean(arrivalRate: Double, serviceMean: Double) -> Double {
    arrivalRate * serviceMean
  }

  /// Mean number at time `t` of M/M/inf that starts empty, λ/μ (1 - exp(-μ t)).
  public static func numberMean(at t: Double, arrivalRate: Double, serviceRate: Double) -> Double {
    -arrivalRate / serviceRate * expm1(-serviceRate * t)
  }

  /// Mean over [start, end] of the mean number of M/M/inf that starts empty at 0.
  public static func numberMean(
    from start: Double, to end: Double, arrivalRate: Double, serviceRate: Double
  ) -> Double {
    let rise = { (t: Double) in t + expm1(-serviceRate * t) / serviceRate }
    return arrivalRate / serviceRate * (rise(end) - rise(start)) / (end - start)
  }

  /// Mean over a part of the period of the mean number of M_t/M/inf whose rate is periodic and linear
  /// between equidistant knots, in periodic steady state.
  ///
  /// - Parameters:
  ///   - rates: Arrival rate at each knot of one period; the last is followed by the first.
  ///   - step: Time between knots.
  ///   - start: First knot of the part.
  ///   - end: Last knot of the part, > start, at most the number of knots.
  public static func numberMean(
    rates: [Double], step: Double, from start: Int, to end: Int, serviceRate mu: Double
  ) -> Double {
    precondition(start >= 0 && end > start && end <= rates.count, "a part of the period")
    // Over a step with the rate a + b t: N' = a + b t - mu N, so N = c e^{-mu t} + b t / mu + (a - b/mu)/mu.
    func advance(_ n: Double, _ knot: Int) -> Double {
      let a = rates[knot % rates.count]
      let b = (rates[(knot + 1) % rates.count] - a) / step
      let level = (a - b / mu) / mu
      return (n - level) * exp(-mu * step) + b * step / mu + level
    }
    // The period's map is affine in N(0): solve for its fixed point.
    func period(_ n: Double) -> Double { rates.indices.reduce(n, advance) }
    let offset = period(0)
    var number = offset / (1 - (period(1) - offset))
    for knot in 0..<start { number = advance(number, knot) }
    let first = number
    var arrivals = 0.0
    for knot in start..<end {
      arrivals += step * (rates[knot % rates.count] + rates[(knot + 1) % rates.count]) / 2
      number = advance(number, knot)
    }
    return (arrivals - (number - first)) / mu / (Double(end - start) * step)
  }
}
