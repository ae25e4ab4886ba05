import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let geometric = LawFamily(
    "geometric",
    "Number of trials up to the first success, 1 or more: units per line, lines per order.",
    [
      LawParameter("mean", "Mean, 1/probability.", from: 1, to: 1e15),
      LawParameter("probability", "Probability of success.", from: 1e-15, to: 1),
    ], forms: [["mean"], ["probability"]], isInteger: true
  ) { given in
    let p = given.has("mean") ? 1 / given["mean"] : given["probability"]
    let law = (mean: 1 / p, variance: (1 - p) / (p * p), upper: p == 1 ? 1 : Double.infinity)
    return LawShape(
      mean: law.mean, variance: law.variance, from: 1, to: law.upper, -1 / log1p(-p)
    ) { stream, scale, _, _, _, _ in
      max((scale * randomStream(stream).pointee.exponential()).rounded(.up), 1)
    }
  }
}

extension Law {
  public static func geometric(mean: Double) throws(LawError) -> Law {
    try LawFamily.geometric.make(["mean": mean])
  }

  public static func geometric(probability: Double) throws(LawError) -> Law {
    try LawFamily.geometric.make(["probability": probability])
  }
}
