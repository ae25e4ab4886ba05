public import Quantities
public import RandomVariates

extension Parameter {
  /// A number with unit, in base units; bounds count in `unit`.
  public static func quantity(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable, _ dimension: Dimension,
    _ bounds: some BoundsExpression, _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, .quantity(dimension, bounds.bounds, unit: unit), summary, source: source,
      required: required)
  }

  /// Or none: a number with unit, in base units; bounds count in `unit`.
  public static func optionalQuantity(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable, _ dimension: Dimension,
    _ bounds: some BoundsExpression, _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .quantity(dimension, bounds.bounds, unit: unit), summary,
      source: source, required: required)
  }

  /// A list: a number with unit, in base units; bounds count in `unit`.
  public static func quantities(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable, _ dimension: Dimension,
    _ bounds: some BoundsExpression, _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.quantity(dimension, bounds.bounds, unit: unit).list,
      summary, source: source,
      required: required)
  }

  /// A number with unit, in base units.
  public static func quantity(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable, _ dimension: Dimension,
    _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, .quantity(dimension, .any, unit: unit), summary, source: source,
      required: required)
  }

  /// Or none: a number with unit, in base units.
  public static func optionalQuantity(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable, _ dimension: Dimension,
    _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .quantity(dimension, .any, unit: unit), summary, source: source,
      required: required)
  }

  /// A list: a number with unit, in base units.
  public static func quantities(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable, _ dimension: Dimension,
    _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.quantity(dimension, .any, unit: unit).list, summary,
      source: source,
      required: required)
  }

  /// A mapping from names to numbers with unit.
  public static func namedQuantities(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<Double>]> & Sendable,
    _ dimension: Dimension, _ bounds: some BoundsExpression, _ summary: String,
    unit: String? = nil, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.quantity(dimension, bounds.bounds, unit: unit).named,
      summary,
      source: source, required: required)
  }

  /// A probability law, or a quantity for a constant.
  public static func law(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Law> & Sendable, _ dimension: Dimension,
    _ summary: String,
    unit: String? = nil, allowsNegative: Bool = false, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, .law(dimension, unit: unit, allowsNegative: allowsNegative), summary,
      source: source, required: required)
  }

  /// Or none: a probability law, or a quantity for a constant.
  public static func optionalLaw(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Law?> & Sendable, _ dimension: Dimension,
    _ summary: String,
    unit: String? = nil, allowsNegative: Bool = false, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .law(dimension, unit: unit, allowsNegative: allowsNegative), summary,
      source: source, required: required)
  }
}
