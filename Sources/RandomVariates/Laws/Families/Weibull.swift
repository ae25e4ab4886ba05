import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let weibull = LawFamily(
    "weibull", "Time to failure: the hazard falls (shape < 1) or rises (> 1) with age.",
    [
      LawParameter("mean", "Mean.", carriesUnit: true, above: 0),
      LawParameter("scale", "Value not exceeded with 63 %.", carriesUnit: true, above: 0),
      LawParameter("shape", "Shape; 1 is exponential.", above: 0),
    ], forms: [["mean", "shape"], ["scale", "shape"]]
  ) { given in
    let shape = given["shape"]
    let first = tgamma(1 + 1 / shape)
    let scale = given.has("scale") ? given["scale"] : given["mean"] / first
    return LawShape(
      mean: scale * first, variance: scale * scale * (tgamma(1 + 2 / shape) - first * first),
      from: 0, to: .infinity, scale, 1 / shape
    ) { stream, scale, power, _, _, _ in
      scale * pow(randomStream(stream).pointee.exponential(), power)
    }
  }
}

extension Law {
  public static func weibull(mean: Double, shape: Double) throws(LawError) -> Law {
    try LawFamily.weibull.make(["mean": mean, "shape": shape])
  }

  public static func weibull(scale: Double, shape: Double) throws(LawError) -> Law {
    try LawFamily.weibull.make(["scale": scale, "shape": shape])
  }
}
