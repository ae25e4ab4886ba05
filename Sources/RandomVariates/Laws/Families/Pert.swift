extension LawFamily {
  /// - Draws: a varying number of words, by rejection (GSL): seat the stream by entity.
  /// - Source: [malcolm1959].
  static let pert = LawFamily(
    "pert", "Lowest, most likely and highest value, joined by a smooth curve (a beta law).",
    LawFamily.threePoints
  ) { given throws(LawError) in
    let (from, mode, to) = try given.threePoints()
    let width = to - from
    return betaShape(
      alpha: 1 + 4 * ((mode - from) / width), beta: 1 + 4 * ((to - mode) / width), from: from,
      to: to)
  }
}

extension Law {
  public static func pert(from: Double, mode: Double, to: Double) throws(LawError) -> Law {
    try LawFamily.pert.make(["from": from, "mode": mode, "to": to])
  }
}
