import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let pareto = LawFamily(
    "pareto", "A few very large values; infinite variance for shape <= 2.",
    [
      LawParameter("from", "Lowest value.", carriesUnit: true, above: 0),
      LawParameter("mean", "Mean.", carriesUnit: true, above: 0),
      LawParameter("shape", "Tail: P(X > x) = (from/x)^shape.", above: 1),
    ], forms: [["from", "shape"], ["mean", "shape"]]
  ) { given in
    let shape = given["shape"]
    let from = given.has("from") ? given["from"] : given["mean"] * (shape - 1) / shape
    let variance =
      shape > 2 ? from * from * shape / ((shape - 1) * (shape - 1) * (shape - 2)) : .infinity
    return LawShape(
      mean: from * shape / (shape - 1), variance: variance, from: from, to: .infinity, from,
      1 / shape
    ) { stream, from, power, _, _, _ in
      from * exp(power * randomStream(stream).pointee.exponential())
    }
  }
}

extension Law {
  public static func pareto(from: Double, shape: Double) throws(LawError) -> Law {
    try LawFamily.pareto.make(["from": from, "shape": shape])
  }

  public static func pareto(mean: Double, shape: Double) throws(LawError) -> Law {
    try LawFamily.pareto.make(["mean": mean, "shape": shape])
  }
}
