internal import Diagnostics
public import Quantities
public import RandomVariates

extension ValueReader where Value == Law {
  /// A probability law such as `lognormal(mean: 3 min, cv: 0.6)`; a bare quantity is a constant.
  ///
  /// - Parameters:
  ///   - unit: The unit in which the standard value is shown.
  ///   - allowsNegative: Whether variates may be below zero.
  public static func law(_ dimension: Dimension, unit: String?, allowsNegative: Bool = false)
    -> ValueReader<Law>
  {
    let unit = DeclaredUnit(unit, dimension)
    return ValueReader(
      .law(dimension, unit: unit.text), text: { LawText.written($0, unit: unit) }
    ) { node, context in
      let example = unit.example
      let expected = "\(dimension.name) such as '\(example)' or a law of it"
      guard let scalar = context.scalar(node, expected: expected) else { return nil }
      let parser = LawParser(
        text: scalar.text, node: node, dimension: dimension, example: example, context: context)
      guard let law = parser.law() else { return nil }
      if !allowsNegative, law.lowerBound < 0 {
        let help = law.isConstant ? [] : ["'\(law.kind)' with these parameters can be negative"]
        context.error(
          .outOfBounds, "'\(context.name)' must not be negative, found \(scalar.excerpt)",
          at: node.location, help: help)
        return nil
      }
      guard law.mean <= largestMean(dimension) else {
        let limit = dimension == .time ? " must be at most 10 years" : " is too large"
        context.error(
          .outOfBounds, "'\(context.name)'\(limit) in the mean, found \(scalar.excerpt)",
          at: node.location)
        return nil
      }
      return law
    }
  }

  /// Beyond, a law is a slip of the pen and its draws would not fit integer time and money [base units].
  private static func largestMean(_ dimension: Dimension) -> Double {
    dimension == .time ? 10 * 365 * 86400 : 1e12
  }
}

/// Writes laws as scenario files do.
enum LawText {
  /// "3 min" for a constant, else "lognormal(mean: 3 min, cv: 0.6)"; nil for a scaled law.
  static func written(_ law: Law, unit: DeclaredUnit) -> String? {
    guard law.factor == 1 else { return nil }
    if law.isConstant, law.kind == "constant" {
      return unit.format(law.mean)
    }
    let family = LawFamily.named(law.kind)
    let parts = law.parameters.map { name, values in
      let parameter = family?.parameters.first { $0.name == name }
      let texts = values.map { value in
        parameter?.carriesUnit == true ? unit.format(value) : NumberText.short(value)
      }
      let text = texts.joined(separator: ", ")
      return "\(name): \(parameter?.list == true ? "[\(text)]" : text)"
    }
    return "\(law.kind)(\(parts.joined(separator: ", ")))"
  }
}
