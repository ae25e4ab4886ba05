extension LawFamily {
  /// - Draws: one word, by inversion.
  static let triangular = LawFamily(
    "triangular", "Lowest, most likely and highest value, joined by straight lines.",
    LawFamily.threePoints
  ) { given throws(LawError) in
    let (from, mode, to) = try given.threePoints()
    let width = to - from
    let mean = from + (width + (mode - from)) / 3
    let (x, y) = ((mode - from) / width, (to - mode) / width)
    return LawShape(
      mean: mean, variance: width * width * (1 - x * y) / 18, from: from, to: to, from, width, x, to
    ) { stream, from, width, left, to, _ in
      let u = randomStream(stream).pointee.uniform()
      let x = u < left ? (u * left).squareRoot() : 1 - ((1 - u) * (1 - left)).squareRoot()
      return min(from + width * x, to)
    }
  }

  /// The parameters of an expert's estimate.
  static let threePoints = [
    LawParameter("from", "Lowest value.", carriesUnit: true),
    LawParameter("mode", "Most likely value.", carriesUnit: true),
    LawParameter("to", "Highest value.", carriesUnit: true),
  ]
}

extension LawArguments {
  /// The parameters `from`, `mode` and `to`; from < to, mode between them.
  func threePoints() throws(LawError) -> (from: Double, mode: Double, to: Double) {
    let (from, to) = try interval()
    let mode = self["mode"]
    guard from <= mode, mode <= to else {
      throw error("mode", "must be from \(from.text) to \(to.text), not \(mode.text)")
    }
    return (from, mode, to)
  }
}

extension Law {
  public static func triangular(from: Double, mode: Double, to: Double) throws(LawError) -> Law {
    try LawFamily.triangular.make(["from": from, "mode": mode, "to": to])
  }
}
