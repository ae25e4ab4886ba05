/// A number with its dimension, in base units (s, kg, m, the scenario's currency).
public struct Quantity: Hashable, Sendable {
  public var value: Double
  public var dimension: Dimension

  public init(_ value: Double, _ dimension: Dimension) {
    self.value = value
    self.dimension = dimension
  }

  /// Reads text such as "2.5 kg", "0.78 USD/ft3/month" or "2 h 30 min".
  ///
  /// Several terms of one dimension add up; the sign of the first one counts for all.
  public init(parsing text: String, in context: UnitContext = UnitContext()) throws(QuantityError) {
    var scanner = QuantityScanner(text)
    self = try scanner.quantity(in: context, expected: nil)
  }

  /// Reads text that must have `dimension`; a bare number is accepted only for a dimensionless one.
  ///
  /// - Throws: ``QuantityError`` that says what was expected, with `example`.
  public static func value(
    of text: String, as dimension: Dimension, example: String? = nil,
    in context: UnitContext = UnitContext()
  ) throws(QuantityError) -> Double {
    var scanner = QuantityScanner(text)
    let expected = Expectation(dimension: dimension, example: example ?? dimension.example)
    let quantity = try scanner.quantity(in: context, expected: expected)
    guard quantity.dimension == dimension else {
      throw expected.wrong(quantity.dimension, text: text)
    }
    return quantity.value
  }

  /// What a text should have been, for messages.
  struct Expectation {
    var dimension: Dimension
    var example: String

    var phrase: String { "\(dimension.name) such as '\(example)'" }

    func wrong(_ found: Dimension, text: String) -> QuantityError {
      let all = text.unicodeScalars.count
      var error = QuantityError(
        .wrongDimension, "expected \(phrase), found \(found.name)", offset: 0, length: all)
      if found == .none, Double(text) != nil {
        error.reason = .missingUnit
        error.message = "missing unit: expected \(phrase)"
      } else if dimension == .time, found == .length, text.hasSuffix("m") {
        error.help = "'m' is meter; a minute is 'min'"
      } else if dimension == .none {
        error.message = "expected a number without unit such as '\(example)', found \(found.name)"
      }
      return error
    }
  }
}

extension QuantityScanner {
  mutating func quantity(in context: UnitContext, expected: Quantity.Expectation?)
    throws(QuantityError) -> Quantity
  {
    skipSpaces()
    let start = position
    guard let first = number() else { throw notANumber(expected) }
    try refuseGrouping(from: start)
    var total = try term(first, in: context)
    let isNegative = scalars[start] == "-" || scalars[start] == "−"
    skipSpaces()
    while Self.isDigit(current) {
      let next = position
      guard let number = number() else { break }
      let part = try term(number, in: context)
      guard part.dimension == total.dimension, total.dimension != .none else {
        throw QuantityError(
          .wrongDimension, "the parts of a sum must measure the same", offset: next,
          length: position - next)
      }
      total.value += isNegative ? -part.value : part.value
      skipSpaces()
    }
    guard isAtEnd else {
      throw QuantityError(
        .notAQuantity, "unexpected '\(text(position..<scalars.count))' behind the quantity",
        offset: position, length: scalars.count - position, help: trailingHelp())
    }
    guard total.value.isFinite else {
      throw QuantityError(
        .notAQuantity, "the number is too large", offset: start, length: position - start)
    }
    return total
  }

  private mutating func term(_ number: Double, in context: UnitContext) throws(QuantityError)
    -> Quantity
  {
    skipSpaces()
    guard let scalar = current, Self.isLetter(scalar) || scalar == "(" || scalar == "/" else {
      return Quantity(number, .none)
    }
    if scalar == "/" {
      position += 1
      skipSpaces()
      return (UnitValue() / (try unitExpression(in: context))).quantity(number)
    }
    return try unitExpression(in: context).quantity(number)
  }

  private func notANumber(_ expected: Quantity.Expectation?) -> QuantityError {
    let phrase = expected?.phrase ?? "a number with its unit such as '45 min'"
    let found = isAtEnd ? "an empty text" : "'\(text(0..<scalars.count))'"
    var error = QuantityError(
      .notAQuantity, "expected \(phrase), found \(found)", offset: 0,
      length: max(1, scalars.count))
    if let scalar = current, "$€£¥฿".unicodeScalars.contains(scalar) {
      error.help = "write the currency's code behind the number, such as '12 USD'"
    }
    return error
  }

  /// "1,000 kg" and "2,5 kg" mean different things in different countries.
  private func refuseGrouping(from start: Int) throws(QuantityError) {
    guard current == ",", position + 1 < scalars.count, Self.isDigit(scalars[position + 1]) else {
      return
    }
    var end = position
    while end < scalars.count, Self.isDigit(scalars[end]) || scalars[end] == "," { end += 1 }
    throw QuantityError(
      .notAQuantity, "a number must not have a comma", offset: start, length: end - start,
      help: "write 1000 for a thousand and 2.5 for two and a half")
  }

  private func trailingHelp() -> String? {
    guard let scalar = current, Self.isLetter(scalar) else { return nil }
    return "units multiply inside parentheses or with '*', such as 'USD/(t km)'"
  }
}
