internal import Diagnostics
internal import Quantities

extension ValueReader where Value == Int {
  /// A whole number.
  public static func integer(_ bounds: Bounds) -> ValueReader<Int> {
    ValueReader(.integer(bounds), text: { String($0) }) { node, context in
      guard let scalar = context.scalar(node, expected: "a whole number") else { return nil }
      guard let number = wholeNumber(scalar.text, node, context) else { return nil }
      guard bounds.contains(Double(number)) else {
        context.outOfBounds(bounds.text(), found: String(number), at: node.location)
        return nil
      }
      return number
    }
  }

  private static func wholeNumber(_ text: String, _ node: Node, _ context: DecodingContext) -> Int?
  {
    if let number = Int(text) { return number }
    // "12 servers" and 1e6 are whole numbers too.
    let value = try? Quantity.value(of: text, as: .none, in: context.units)
    if let value, value == value.rounded(), abs(value) < 9e15 { return Int(value) }
    context.error(
      .wrongType, "expected a whole number, found \(node.kindName)", at: node.location)
    return nil
  }
}

extension ValueReader where Value == Double {
  /// A number without unit; counting nouns are welcome.
  public static func number(_ bounds: Bounds) -> ValueReader<Double> {
    ValueReader(.number(bounds, asPercent: false), text: { NumberText.short($0) }) {
      node, context in
      plainNumber(node, bounds, expected: "a number", example: "3", context)
    }
  }

  /// A share of a whole, "25 %" or 0.25.
  public static func fraction(_ bounds: Bounds) -> ValueReader<Double> {
    ValueReader(
      .number(bounds, asPercent: true), text: { "\(NumberText.short($0 * 100)) %" }
    ) { node, context in
      plainNumber(
        node, bounds, expected: "a share such as '25 %' or 0.25", example: "25 %", context)
    }
  }

  private static func plainNumber(
    _ node: Node, _ bounds: Bounds, expected: String, example: String, _ context: DecodingContext
  ) -> Double? {
    guard let scalar = context.scalar(node, expected: expected) else { return nil }
    do {
      let value = try Quantity.value(
        of: scalar.text, as: .none, example: example, in: context.units)
      guard bounds.contains(value) else {
        context.outOfBounds(bounds.text(), found: scalar.text, at: node.location)
        return nil
      }
      return value
    } catch {
      context.report(error, in: node)
      return nil
    }
  }
}

extension DecodingContext {
  func outOfBounds(_ bounds: String, found: String, at location: SourceLocation) {
    error(.outOfBounds, "'\(name)' must be \(bounds), found \(found)", at: location)
  }

  /// Reports what is wrong with a quantity, at the faulty part of the text.
  func report(_ problem: QuantityError, in node: Node, offset: Int = 0) {
    sink.error(
      problem.reason.rawValue, problem.message,
      at: node.part(offset: offset + problem.offset, length: problem.length),
      suggestion: problem.suggestion, help: problem.help.map { [$0] } ?? [])
  }
}
