import CGSL

extension LawFamily {
  /// - Draws: a varying number of words, by rejection (GSL): seat the stream by entity.
  /// - Source: [marsaglia2000].
  static let gamma = LawFamily(
    "gamma", "Positive, from peaked to spread out, with a light tail.",
    [
      LawParameter("mean", "Mean.", carriesUnit: true, above: 0),
      LawParameter("cv", "Standard deviation over mean.", above: 0),
      LawParameter("shape", "Shape, 1/cv^2.", above: 0),
      LawParameter("scale", "Scale, mean/shape.", carriesUnit: true, above: 0),
    ], forms: [["mean", "cv"], ["shape", "scale"]]
  ) { given in
    let shape = given.has("shape") ? given["shape"] : 1 / (given["cv"] * given["cv"])
    let scale = given.has("scale") ? given["scale"] : given["mean"] / shape
    return LawShape(
      mean: shape * scale, variance: shape * scale * scale, from: 0, to: .infinity, scale, shape,
      draw: gammaDraw)
  }

  /// A gamma variate of the scale and shape in the first two slots.
  static let gammaDraw: LawDraw = { stream, scale, shape, _, _, _ in
    randomStream(stream).pointee.withGSL { gsl_ran_gamma($0, shape, scale) }
  }
}

extension Law {
  public static func gamma(mean: Double, cv: Double) throws(LawError) -> Law {
    try LawFamily.gamma.make(["mean": mean, "cv": cv])
  }

  public static func gamma(shape: Double, scale: Double) throws(LawError) -> Law {
    try LawFamily.gamma.make(["shape": shape, "scale": scale])
  }
}
