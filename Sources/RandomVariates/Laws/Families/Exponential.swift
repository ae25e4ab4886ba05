extension LawFamily {
  /// - Draws: one word, by inversion.
  static let exponential = LawFamily(
    "exponential", "Memoryless, cv 1: time between events of many independent sources.",
    [LawParameter("mean", "Mean.", carriesUnit: true, above: 0)]
  ) { given in
    let mean = given["mean"]
    return LawShape(mean: mean, variance: mean * mean, from: 0, to: .infinity, mean) {
      stream, mean, _, _, _, _ in mean * randomStream(stream).pointee.exponential()
    }
  }
}

extension Law {
  public static func exponential(mean: Double) throws(LawError) -> Law {
    try LawFamily.exponential.make(["mean": mean])
  }
}
