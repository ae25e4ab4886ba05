import CGSL

extension LawFamily {
  /// A Poisson number whose mean varies by a gamma law: variance = mean + mean²/k.
  ///
  /// - Draws: a varying number of words, by rejection: seat the stream by entity.
  static let negativeBinomial = LawFamily(
    "negative_binomial", "Number of events that come in bursts; variance = mean + mean^2/k.",
    [
      LawParameter("mean", "Mean.", above: 0, to: 1e12),
      LawParameter("k", "Evenness: the smaller, the burstier.", from: 1e-3),
    ], isInteger: true
  ) { given in
    let (mean, k) = (given["mean"], given["k"])
    return LawShape(mean: mean, variance: mean + mean * mean / k, from: 0, to: .infinity, mean, k) {
      stream, mean, k, _, _, _ in
      let stream = randomStream(stream)
      let level = stream.pointee.withGSL { gsl_ran_gamma($0, k, mean / k) }
      return Double(stream.pointee.poisson(mean: level))
    }
  }
}

extension Law {
  public static func negativeBinomial(mean: Double, k: Double) throws(LawError) -> Law {
    try LawFamily.negativeBinomial.make(["mean": mean, "k": k])
  }
}
