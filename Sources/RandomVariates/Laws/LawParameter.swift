/// One parameter of a law family: what a planner may write, and what is allowed.
public struct LawParameter: Hashable, Sendable {
  public let name: String
  public let summary: String
  /// Whether the parameter has the unit of the quantity ("3 min"), else it is a number.
  public let carriesUnit: Bool
  /// Whether the parameter is a list of values.
  public let list: Bool
  public let lower: Double
  public let upper: Double
  /// Whether the bound itself is forbidden.
  public let lowerIsOpen: Bool
  public let upperIsOpen: Bool
  /// Whether only whole numbers are allowed.
  public let isWhole: Bool
  /// The value if none is given; nil: see ``LawFamily/forms``.
  public let standard: Double?

  init(
    _ name: String, _ summary: String, carriesUnit: Bool = false, list: Bool = false,
    from lower: Double = -.infinity, above: Double? = nil, to upper: Double = .infinity,
    below: Double? = nil, isWhole: Bool = false, standard: Double? = nil
  ) {
    self.name = name
    self.summary = summary
    self.carriesUnit = carriesUnit
    self.list = list
    self.lower = above ?? lower
    self.upper = below ?? upper
    lowerIsOpen = above != nil
    upperIsOpen = below != nil
    self.isWhole = isWhole
    self.standard = standard
  }

  /// What is wrong with a value: "must be > 0, not -1"; nil if nothing is.
  public func problem(with value: Double) -> String? {
    let given = "not \(value.text)"
    if value == standard { return nil }
    if !value.isFinite { return "must be finite, \(given)" }
    if lowerIsOpen ? value <= lower : value < lower {
      return "must be \(lowerIsOpen ? ">" : ">=") \(lower.text), \(given)"
    }
    if upperIsOpen ? value >= upper : value > upper {
      return "must be \(upperIsOpen ? "<" : "<=") \(upper.text), \(given)"
    }
    if isWhole && value != value.rounded() { return "must be a whole number, \(given)" }
    return nil
  }
}

extension Double {
  /// The shortest text that reads back as this number, whole numbers without ".0".
  var text: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
