import CGSL

/// How long after an event those come that it excites: a probability density of the delay.
public enum ExcitationKernel: Hashable, Sendable {
  /// Even up to a plateau's end s0, then falling like delay^-(1 + theta): a long memory.
  ///
  /// Density c0 up to s0 and c0 (s/s0)^-(1 + theta) after it, with c0 = theta / (s0 (1 + theta)).
  ///
  /// - Source: [zhao2015].
  case powerLaw(plateau: Double, theta: Double)
  /// Falling exponentially: no memory beyond the rate itself.
  case exponential(mean: Double)

  /// Probability of a delay of at most `delay`.
  public func cumulative(at delay: Double) -> Double {
    guard delay > 0 else { return 0 }
    switch self {
    case .powerLaw(let plateau, let theta):
      if delay <= plateau { return theta / (1 + theta) * delay / plateau }
      return 1 - pow(delay / plateau, -theta) / (1 + theta)
    case .exponential(let mean):
      return -expm1(-delay / mean)
    }
  }

  /// The delay that a share `p` of all delays is not above.
  ///
  /// - Parameter p: In 0..<1.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .powerLaw(let plateau, let theta):
      let early = theta / (1 + theta)
      if p <= early { return p / early * plateau }
      return plateau * pow((1 - p) * (1 + theta), -1 / theta)
    case .exponential(let mean):
      return -mean * log1p(-p)
    }
  }
}
