import CGSL

extension LawFamily {
  /// The largest number of stages drawn one by one: above, rejection is faster.
  private static let stagesDrawnMaximum = 12.0

  /// - Draws: one word per stage; above 12 stages a varying number, by rejection.
  static let erlang = LawFamily(
    "erlang", "A sum of equal exponential stages, cv 1/sqrt(stages).",
    [
      LawParameter("mean", "Mean of the sum.", carriesUnit: true, above: 0),
      LawParameter("stages", "Number of stages.", from: 1, isWhole: true),
    ]
  ) { given in
    let (mean, stages) = (given["mean"], given["stages"])
    return LawShape(
      mean: mean, variance: mean * mean / stages, from: 0, to: .infinity, mean / stages, stages,
      draw: stages <= stagesDrawnMaximum ? drawStages : gammaDraw)
  }

  /// The stages' uniforms are multiplied, for one logarithm; 12 factors of 2^-53 do not underflow.
  private static let drawStages: LawDraw = { stream, stageMean, stages, _, _, _ in
    let stream = randomStream(stream)
    var product = 1.0
    for _ in 0..<Int(stages) { product *= 1 - stream.pointee.uniform() }
    return -stageMean * log(product)
  }
}

extension Law {
  public static func erlang(mean: Double, stages: Int) throws(LawError) -> Law {
    try LawFamily.erlang.make(["mean": mean, "stages": Double(stages)])
  }
}
