import CGSL

extension LawFamily {
  /// - Draws: a varying number of words, by rejection (GSL): seat the stream by entity.
  static let binomial = LawFamily(
    "binomial", "Number of successes in independent trials.",
    [
      LawParameter("trials", "Number of trials.", from: 1, to: 4_294_967_295, isWhole: true),
      LawParameter("probability", "Probability of success.", from: 0, to: 1),
    ], isInteger: true
  ) { given in
    let (n, p) = (given["trials"], given["probability"])
    return LawShape(
      mean: n * p, variance: n * p * (1 - p), from: p == 1 ? n : 0, to: p == 0 ? 0 : n, n, p
    ) { stream, n, p, _, _, _ in
      Double(randomStream(stream).pointee.withGSL { gsl_ran_binomial($0, p, UInt32(n)) })
    }
  }
}

extension Law {
  public static func binomial(trials: Int, probability: Double) throws(LawError) -> Law {
    try LawFamily.binomial.make(["trials": Double(trials), "probability": probability])
  }
}
