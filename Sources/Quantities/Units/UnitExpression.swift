/// A product of units such as `USD/kg`, `m3`, `1/h` or `USD/(t km)`: how many base units it is, and of
/// what. An empty text is the unit of plain numbers.
public struct UnitExpression: Hashable, Sendable {
  public let text: String
  public let dimension: Dimension
  private let above: Double
  private let below: Double

  /// Base units in one of this unit.
  public var factor: Double { above / below }

  /// `value` [base units] counted in this unit.
  public func amount(of value: Double) -> Double { value * below / above }

  /// Reads `text` where currencies mean what `context` says.
  public init(_ text: String, in context: UnitContext = UnitContext()) throws(QuantityError) {
    var scanner = QuantityScanner(text)
    let unit = try scanner.wholeUnit(in: context)
    scanner.skipSpaces()
    guard scanner.isAtEnd else {
      throw QuantityError(
        .unknownUnit, "unexpected '\(scanner.text(scanner.position..<scanner.scalars.count))'",
        offset: scanner.position, length: scanner.scalars.count - scanner.position)
    }
    self.text = text
    above = unit.above
    below = unit.below
    dimension = unit.dimension
  }

  /// The unit of a parameter's record; a mistake in it is a mistake in the program.
  public static func declared(_ text: String) -> UnitExpression {
    do {
      return try UnitExpression(text, in: .declared)
    } catch {
      preconditionFailure("unit '\(text)': \(error.message)")
    }
  }

  /// `value` [base units] in this unit, such as "21 USD/h"; rounded to 12 significant digits.
  public func format(_ value: Double) -> String {
    Self.join(NumberText.short(amount(of: value)), text)
  }

  /// A number and a unit as people write them: "21 USD/h", "2/h" for `1/h`, "3" without unit.
  public static func join(_ number: String, _ unit: String) -> String {
    if unit.isEmpty { return number }
    return unit.hasPrefix("1/") ? number + unit.dropFirst() : "\(number) \(unit)"
  }
}

/// Factor and dimension of a part of a unit expression.
struct UnitValue {
  var above = 1.0
  var below = 1.0
  var dimension = Dimension.none

  /// `number` of this unit in base units.
  func quantity(_ number: Double) -> Quantity { Quantity(number * above / below, dimension) }

  /// - Parameter power: 1, 2 or 3.
  func raised(to power: Int) -> UnitValue {
    (1..<power).reduce(self) { product, _ in product * self }
  }

  static func * (a: UnitValue, b: UnitValue) -> UnitValue {
    UnitValue(
      above: a.above * b.above, below: a.below * b.below, dimension: a.dimension * b.dimension)
  }

  static func / (a: UnitValue, b: UnitValue) -> UnitValue {
    UnitValue(
      above: a.above * b.below, below: a.below * b.above, dimension: a.dimension / b.dimension)
  }
}

extension QuantityScanner {
  /// A unit that stands alone: maybe nothing, maybe `1/…`.
  mutating func wholeUnit(in context: UnitContext) throws(QuantityError) -> UnitValue {
    skipSpaces()
    if isAtEnd { return UnitValue() }
    if current == "1", position + 1 < scalars.count, scalars[position + 1] == "/" { position += 1 }
    guard current == "/" else { return try unitExpression(in: context) }
    position += 1
    return UnitValue() / (try unitExpression(in: context))
  }

  /// `factor (('/' | 'per' | '*' | ' ') factor)*`; stops before a digit that starts the next term.
  ///
  /// A space multiplies only before the first division: behind it, `USD/t km` could mean two things.
  mutating func unitExpression(in context: UnitContext) throws(QuantityError) -> UnitValue {
    var result = try unitFactor(in: context)
    var hasDivided = false
    while true {
      let before = position
      skipSpaces()
      if current == "/" || takesWord("per") {
        if current == "/" { position += 1 }
        skipSpaces()
        hasDivided = true
        result = result / (try unitFactor(in: context))
      } else if current == "*" || current == "·" {
        position += 1
        skipSpaces()
        result = result * (try unitFactor(in: context))
      } else if !hasDivided, position > before, let scalar = current, Self.isLetter(scalar) {
        result = result * (try unitFactor(in: context))
      } else {
        position = before
        return result
      }
    }
  }

  /// Consumes `word` if it stands here as a word of its own.
  private mutating func takesWord(_ word: String) -> Bool {
    let end = position + word.unicodeScalars.count
    guard end < scalars.count, text(position..<end) == word, Self.isSpace(scalars[end]) else {
      return false
    }
    position = end
    return true
  }

  private mutating func unitFactor(in context: UnitContext) throws(QuantityError) -> UnitValue {
    if current == "(" {
      let open = position
      position += 1
      skipSpaces()
      var result = try unitFactor(in: context)
      while true {
        skipSpaces()
        if current == "*" || current == "·" {
          position += 1
          continue
        }
        guard let scalar = current, scalar != ")" else { break }
        result = result * (try unitFactor(in: context))
      }
      guard current == ")" else {
        throw QuantityError(.unknownUnit, "'(' is never closed", offset: open, length: 1)
      }
      position += 1
      return result
    }
    return try unitName(in: context)
  }

  private mutating func unitName(in context: UnitContext) throws(QuantityError) -> UnitValue {
    let start = position
    while let scalar = current, Self.isLetter(scalar) { position += 1 }
    guard position > start else {
      let found = current.map { "found '\($0)'" } ?? "found the end"
      throw QuantityError(
        .unknownUnit, "expected the name of a unit, \(found)", offset: min(start, scalars.count),
        length: 1)
    }
    let name = text(start..<position)
    let unit = try unit(named: name, at: start, in: context)
    return unit.raised(to: try exponent())
  }

  /// `2`, `3`, `^2`, `²` or `³` right behind a unit's name; 1 when there is none.
  private mutating func exponent() throws(QuantityError) -> Int {
    let start = position
    if current == "²" || current == "³" {
      defer { position += 1 }
      return current == "²" ? 2 : 3
    }
    if current == "^" { position += 1 }
    let digits = position
    while Self.isDigit(current) { position += 1 }
    if digits == position, digits == start { return 1 }
    guard let power = Int(text(digits..<position)), (1...3).contains(power) else {
      throw QuantityError(
        .unknownUnit, "a unit's power must be 1, 2 or 3", offset: start,
        length: max(1, position - start))
    }
    return power
  }

  private func unit(named name: String, at start: Int, in context: UnitContext)
    throws(QuantityError) -> UnitValue
  {
    if let entry = UnitTable.entry(named: name) {
      let (above, below) = entry.fraction
      return UnitValue(above: above, below: below, dimension: entry.dimension)
    }
    let length = position - start
    if let worth = context.worth(of: name) {
      return UnitValue(above: worth, dimension: .money)
    }
    if CurrencyCodes.contains(name) {
      throw QuantityError(
        .noExchangeRate, "no exchange rate for \(name)", offset: start, length: length,
        help: "add what 1 \(name) is worth in \(context.currency) under 'exchange_rates'")
    }
    throw unknownUnit(name, at: start, length: length, in: context)
  }
}
