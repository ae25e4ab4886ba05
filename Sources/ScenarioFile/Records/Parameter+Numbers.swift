extension Parameter {
  /// A whole number within bounds.
  public static func integer(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Int> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .integer(bounds.bounds), summary, source: source, required: required)
  }

  /// Or none: a whole number within bounds.
  public static func optionalInteger(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Int?> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .integer(bounds.bounds), summary, source: source, required: required)
  }

  /// A list: a whole number within bounds.
  public static func integers(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Int]> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Int>.integer(bounds.bounds).list, summary, source: source,
      required: required)
  }

  /// Any whole number.
  public static func integer(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Int> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .integer(Bounds.any), summary, source: source, required: required)
  }

  /// Or none: any whole number.
  public static func optionalInteger(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Int?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .integer(Bounds.any), summary, source: source, required: required)
  }

  /// A list: any whole number.
  public static func integers(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Int]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Int>.integer(Bounds.any).list, summary, source: source,
      required: required)
  }

  /// A number without unit, within bounds.
  public static func number(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .number(bounds.bounds), summary, source: source, required: required)
  }

  /// Or none: a number without unit, within bounds.
  public static func optionalNumber(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .number(bounds.bounds), summary, source: source, required: required)
  }

  /// A list: a number without unit, within bounds.
  public static func numbers(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.number(bounds.bounds).list, summary, source: source,
      required: required)
  }

  /// Any number without unit.
  public static func number(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .number(Bounds.any), summary, source: source, required: required)
  }

  /// Or none: any number without unit.
  public static func optionalNumber(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .number(Bounds.any), summary, source: source, required: required)
  }

  /// A list: any number without unit.
  public static func numbers(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.number(Bounds.any).list, summary, source: source,
      required: required)
  }

  /// A share, "25 %" or 0.25, within bounds.
  public static func fraction(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .fraction(bounds.bounds), summary, source: source, required: required)
  }

  /// Or none: a share, "25 %" or 0.25, within bounds.
  public static func optionalFraction(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .fraction(bounds.bounds), summary, source: source, required: required
    )
  }

  /// A list: a share, "25 %" or 0.25, within bounds.
  public static func fractions(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.fraction(bounds.bounds).list, summary, source: source,
      required: required)
  }

  /// A share, "25 %" or 0.25, from 0 to 1.
  public static func fraction(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .fraction(Bounds.fraction), summary, source: source, required: required)
  }

  /// Or none: a share, "25 %" or 0.25, from 0 to 1.
  public static func optionalFraction(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Double?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, .fraction(Bounds.fraction), summary, source: source,
      required: required)
  }

  /// A list: a share, "25 %" or 0.25, from 0 to 1.
  public static func fractions(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Double]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.fraction(Bounds.fraction).list, summary, source: source,
      required: required)
  }

  /// A mapping from names to numbers without unit.
  public static func namedNumbers(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<Double>]> & Sendable,
    _ bounds: some BoundsExpression, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.number(bounds.bounds).named, summary, source: source,
      required: required)
  }

  /// A mapping from names to shares.
  public static func namedFractions(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<Double>]> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<Double>.fraction(.fraction).named, summary, source: source,
      required: required)
  }
}
