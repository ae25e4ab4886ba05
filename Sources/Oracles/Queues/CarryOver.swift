internal import CGSL

/// Mean of what is left over, in steady state, where in every interval a Poisson number arrives and up to a
/// capacity is taken away: Y' = max(Y + A - c, 0).
///
/// The maximum of the random walk with steps A - c: E[Y] = Σ E[(A_m - m c)⁺] / m, with A_m Poisson of mean m a.
///
/// - Parameters:
///   - arrivals: Mean arrivals of one interval, a; > 0 and < capacity.
///   - capacity: c >= 1.
/// - Source: [spitzer1956]; the queue of [bailey1954] at its departures.
public func carryOverMean(arrivals: Double, capacity: Int) -> Double {
  precondition(arrivals > 0 && capacity >= 1 && arrivals < Double(capacity), "a stable queue")
  var sum = 0.0
  var m = 1
  while true {
    let term = poissonExcess(mean: Double(m) * arrivals, over: m * capacity) / Double(m)
    sum += term
    if term < sum * 1e-16 || m > 5_000_000 { return sum }
    m += 1
  }
}

/// E[(X - k)⁺] of a Poisson X; from the tail, so that small values keep their digits.
public func poissonExcess(mean: Double, over k: Int) -> Double {
  precondition(mean >= 0, "a Poisson mean is not negative")
  if k < 0 { return mean - Double(k) }
  if mean == 0 { return 0 }
  if Double(k) < mean {
    // (X - k)⁺ = X - k + (k - X)⁺: the lower tail is the small one.
    var shortage = 0.0
    var p = gsl_ran_poisson_pdf(UInt32(k), mean)
    var x = k
    while x >= 0, p > 0 {
      shortage += Double(k - x) * p
      p *= Double(x) / mean
      x -= 1
    }
    return mean - Double(k) + shortage
  }
  var excess = 0.0
  var p = gsl_ran_poisson_pdf(UInt32(k), mean)
  var x = k
  while true {
    x += 1
    p *= mean / Double(x)
    let term = Double(x - k) * p
    excess += term
    if term <= excess * 1e-17 { return excess }
  }
}
