import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let lognormal = LawFamily(
    "lognormal", "Positive and skewed: work by people, transit times, order values.",
    [
      LawParameter("mean", "Mean.", carriesUnit: true, above: 0),
      LawParameter("cv", "Standard deviation over mean.", above: 0),
      LawParameter("median", "Median.", carriesUnit: true, above: 0),
      LawParameter("sigma", "Standard deviation of the logarithm.", above: 0),
    ], forms: [["mean", "cv"], ["median", "sigma"]]
  ) { given in
    let variance =
      given.has("sigma") ? given["sigma"] * given["sigma"] : log1p(given["cv"] * given["cv"])
    let median = given.has("median") ? given["median"] : given["mean"] * exp(-variance / 2)
    let mean = given.has("mean") ? given["mean"] : median * exp(variance / 2)
    return LawShape(
      mean: mean, variance: mean * mean * expm1(variance), from: 0, to: .infinity, log(median),
      variance.squareRoot(), table: VariateTables.memory, form: .lognormal
    ) { stream, mu, sigma, _, _, table in
      LawSampler.lognormal(
        mu, sigma, randomStream(stream).pointee.uniform(), VariateTables(start: table!))
    }
  }
}

extension Law {
  public static func lognormal(mean: Double, cv: Double) throws(LawError) -> Law {
    try LawFamily.lognormal.make(["mean": mean, "cv": cv])
  }

  public static func lognormal(median: Double, sigma: Double) throws(LawError) -> Law {
    try LawFamily.lognormal.make(["median": median, "sigma": sigma])
  }
}
