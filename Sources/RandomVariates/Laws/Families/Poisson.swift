extension LawFamily {
  /// - Draws: a varying number of words, by rejection: seat the stream by entity.
  static let poisson = LawFamily(
    "poisson", "Number of independent rare events; variance = mean.",
    [LawParameter("mean", "Mean.", above: 0, to: 1e15)], isInteger: true
  ) { given in
    let mean = given["mean"]
    return LawShape(mean: mean, variance: mean, from: 0, to: .infinity, mean) {
      stream, mean, _, _, _, _ in Double(randomStream(stream).pointee.poisson(mean: mean))
    }
  }
}

extension Law {
  public static func poisson(mean: Double) throws(LawError) -> Law {
    try LawFamily.poisson.make(["mean": mean])
  }
}
