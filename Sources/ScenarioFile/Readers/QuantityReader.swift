internal import Diagnostics
public import Quantities

extension ValueReader where Value == Double {
  /// A number with unit, in base units.
  ///
  /// - Parameters:
  ///   - bounds: In `unit`.
  ///   - unit: The unit of bounds and messages; money in it is the scenario's currency.
  public static func quantity(_ dimension: Dimension, _ bounds: Bounds, unit: String?)
    -> ValueReader<Double>
  {
    let unit = DeclaredUnit(unit, dimension)
    return ValueReader(
      .quantity(dimension, unit: unit.text, bounds), text: { unit.format($0) }
    ) { node, context in
      let expected = "\(dimension.name) such as '\(unit.example)'"
      guard let scalar = context.scalar(node, expected: expected) else { return nil }
      do throws(QuantityError) {
        let value = try Quantity.value(
          of: scalar.text, as: dimension, example: unit.example, in: context.units)
        let amount = unit.amount(of: value)
        guard bounds.contains(amount) || bounds.touches(amount) else {
          let shown = unit.shown(in: context.units)
          context.outOfBounds(bounds.text(unit: shown), found: scalar.text, at: node.location)
          return nil
        }
        return value
      } catch {
        context.report(error, in: node)
        return nil
      }
    }
  }
}

/// The unit in which a parameter states its bounds and its standard value.
struct DeclaredUnit: Sendable {
  let dimension: Dimension
  private let unit: UnitExpression

  init(_ text: String?, _ dimension: Dimension) {
    unit = UnitExpression.declared(text ?? Self.usual(dimension))
    precondition(
      unit.dimension == dimension, "unit '\(unit.text)' is not \(dimension.name)")
    self.dimension = dimension
  }

  var example: String { ParameterType.example(dimension, text) }

  var text: String { unit.text }

  /// `value` [base units] counted in this unit.
  func amount(of value: Double) -> Double { unit.amount(of: value) }

  func format(_ value: Double) -> String { unit.format(value) }

  /// The unit with the scenario's own currency in the place of USD.
  func shown(in context: UnitContext) -> String {
    guard dimension.currency != 0, context.currency != "USD" else { return text }
    return text.split(separator: "USD", omittingEmptySubsequences: false)
      .joined(separator: context.currency)
  }

  /// The unit of the dimension's usual example: "45 min" gives "min".
  private static func usual(_ dimension: Dimension) -> String {
    let example = dimension.example
    guard let space = example.firstIndex(of: " ") else { return "" }
    return String(example[example.index(after: space)...])
  }
}

extension Bounds {
  /// Whether `value` misses a closed bound by rounding alone.
  func touches(_ value: Double) -> Bool {
    func near(_ bound: Double) -> Bool {
      bound.isFinite && abs(value - bound) <= 1e-12 * max(1, abs(bound))
    }
    return (!lowerIsOpen && near(lower)) || (!upperIsOpen && near(upper))
  }
}
