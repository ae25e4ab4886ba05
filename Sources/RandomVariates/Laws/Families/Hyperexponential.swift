extension LawFamily {
  /// By mean and cv with balanced means: both phases carry half of the mean.
  ///
  /// - Draws: two words, the phase and then the time; increasing in each.
  /// - Source: [gross2008].
  static let hyperexponential = LawFamily(
    "hyperexponential", "A mix of short and long exponential times, cv above 1.",
    [
      LawParameter("mean", "Mean.", carriesUnit: true, above: 0),
      LawParameter("cv", "Standard deviation over mean.", from: 1),
      LawParameter("probability", "Share of the first phase.", above: 0, below: 1),
      LawParameter("first", "Mean of the first phase.", carriesUnit: true, above: 0),
      LawParameter("second", "Mean of the second phase.", carriesUnit: true, above: 0),
    ], forms: [["mean", "cv"], ["probability", "first", "second"]]
  ) { given in
    var (share, short, long): (Double, Double, Double)
    if given.has("cv") {
      let square = given["cv"] * given["cv"]
      let root = ((square - 1) / (square + 1)).squareRoot()
      share = (1 + root) / 2
      short = given["mean"] / (1 + root)
      // 1 - root, without cancellation for a large cv.
      long = given["mean"] * (1 + root) * (square + 1) / 2
    } else {
      (share, short, long) = (given["probability"], given["first"], given["second"])
      if short > long { (share, short, long) = (1 - share, long, short) }
    }
    let mean = share * short + (1 - share) * long
    let second = 2 * (share * short * short + (1 - share) * long * long)
    return LawShape(
      mean: mean, variance: second - mean * mean, from: 0, to: .infinity, share, short, long
    ) { stream, share, short, long, _, _ in
      let stream = randomStream(stream)
      let mean = stream.pointee.uniform() < share ? short : long
      return mean * stream.pointee.exponential()
    }
  }
}

extension Law {
  public static func hyperexponential(mean: Double, cv: Double) throws(LawError) -> Law {
    try LawFamily.hyperexponential.make(["mean": mean, "cv": cv])
  }

  public static func hyperexponential(probability: Double, first: Double, second: Double)
    throws(LawError) -> Law
  {
    try LawFamily.hyperexponential.make([
      "probability": probability, "first": first, "second": second,
    ])
  }
}
