import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let loglogistic = LawFamily(
    "loglogistic", "Like the lognormal with a heavier tail; infinite variance for shape <= 2.",
    [
      LawParameter("median", "Median.", carriesUnit: true, above: 0),
      LawParameter("shape", "Tail: P(X > x) falls as x^-shape.", above: 1),
    ]
  ) { given in
    let (median, shape) = (given["median"], given["shape"])
    let angle = Double.pi / shape
    let mean = median * angle / sin(angle)
    let second = shape > 2 ? median * median * 2 * angle / sin(2 * angle) : .infinity
    return LawShape(
      mean: mean, variance: second - mean * mean, from: 0, to: .infinity, median, 1 / shape
    ) { stream, median, power, _, _, _ in
      let u = randomStream(stream).pointee.uniform()
      return median * pow(u / (1 - u), power)
    }
  }
}

extension Law {
  public static func loglogistic(median: Double, shape: Double) throws(LawError) -> Law {
    try LawFamily.loglogistic.make(["median": median, "shape": shape])
  }
}
