import CGSL

extension LawFamily {
  /// - Draws: a varying number of words, by rejection (GSL): seat the stream by entity.
  static let beta = LawFamily(
    "beta", "Between two bounds, with two shapes: shares and rates of success.",
    [
      LawParameter("alpha", "First shape: weight near the highest value.", above: 0),
      LawParameter("beta", "Second shape: weight near the lowest value.", above: 0),
      LawParameter("from", "Lowest value.", carriesUnit: true, standard: 0),
      LawParameter("to", "Highest value.", carriesUnit: true, standard: 1),
    ]
  ) { given throws(LawError) in
    let (from, to) = try given.interval()
    return betaShape(alpha: given["alpha"], beta: given["beta"], from: from, to: to)
  }

  static func betaShape(alpha: Double, beta: Double, from: Double, to: Double) -> LawShape {
    let (width, sum) = (to - from, alpha + beta)
    let (p, q) = (alpha / sum, beta / sum)
    return LawShape(
      mean: from + width * p, variance: width * width * p * q / (sum + 1), from: from, to: to,
      alpha, beta, from, to
    ) { stream, alpha, beta, from, to, _ in
      let x = randomStream(stream).pointee.withGSL { gsl_ran_beta($0, alpha, beta) }
      return min(from + (to - from) * x, to)
    }
  }
}

extension Law {
  public static func beta(alpha: Double, beta: Double, from: Double = 0, to: Double = 1)
    throws(LawError) -> Law
  {
    try LawFamily.beta.make(["alpha": alpha, "beta": beta, "from": from, "to": to])
  }
}
