extension LawFamily {
  /// - Draws: nothing.
  static let constant = LawFamily(
    "constant", "Always the same value.", [LawParameter("value", "The value.", carriesUnit: true)]
  ) { given in
    let value = given["value"]
    return LawShape(mean: value, variance: 0, from: value, to: value, value, draw: nil)
  }
}

extension Law {
  /// Always `value`, which must be finite.
  public static func constant(_ value: Double) -> Law {
    do {
      return try LawFamily.constant.make(["value": value])
    } catch {
      preconditionFailure(error.description)
    }
  }
}
