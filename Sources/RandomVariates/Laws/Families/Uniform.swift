extension LawFamily {
  /// - Draws: one word, by inversion.
  static let uniform = LawFamily(
    "uniform", "Every value between two bounds alike.",
    [
      LawParameter("from", "Lowest value.", carriesUnit: true),
      LawParameter("to", "Highest value.", carriesUnit: true),
    ]
  ) { given throws(LawError) in
    let (from, to) = try given.interval()
    let width = to - from
    return LawShape(
      mean: from + width / 2, variance: width * width / 12, from: from, to: to, from, width, to
    ) { stream, from, width, to, _, _ in
      min(from + width * randomStream(stream).pointee.uniform(), to)
    }
  }
}

extension LawArguments {
  /// The parameters `from` and `to`; from < to.
  func interval() throws(LawError) -> (from: Double, to: Double) {
    let (from, to) = (self["from"], self["to"])
    guard from < to else { throw error("to", "must be > from = \(from.text), not \(to.text)") }
    return (from, to)
  }
}

extension Law {
  public static func uniform(from: Double, to: Double) throws(LawError) -> Law {
    try LawFamily.uniform.make(["from": from, "to": to])
  }
}
