extension Parameter {
  /// Any text.
  public static func text(
    _ name: String, _ keyPath: WritableKeyPath<Owner, String> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .text, summary, source: source, required: required)
  }

  /// Or none: any text.
  public static func optionalText(
    _ name: String, _ keyPath: WritableKeyPath<Owner, String?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .text, summary, source: source, required: required)
  }

  /// A list: any text.
  public static func texts(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [String]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, ValueReader<String>.text.list, summary, source: source, required: required)
  }

  /// `true` or `false`.
  public static func flag(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Bool> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .flag, summary, source: source, required: required)
  }

  /// One case of an enumeration, by raw value.
  public static func choice<Value>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value> & Sendable, of type: Value.Type,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    Self(name, keyPath, .choice(type), summary, source: source, required: required)
  }

  /// Or none: one case of an enumeration, by raw value.
  public static func optionalChoice<Value>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value?> & Sendable, of type: Value.Type,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    Self(name, optional: keyPath, .choice(type), summary, source: source, required: required)
  }

  /// A list: one case of an enumeration, by raw value.
  public static func choices<Value>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Value]> & Sendable, of type: Value.Type,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    Self(
      name, keyPath, ValueReader<Value>.choice(type).list, summary, source: source,
      required: required)
  }

  /// The name of something defined elsewhere in the scenario; the compiler checks that it is there.
  public static func reference(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Located<String>> & Sendable, to kind: String,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<String>.reference(to: kind).located, summary, source: source,
      required: required)
  }

  /// Or none: the name of something defined elsewhere in the scenario; the compiler checks that it is there.
  public static func optionalReference(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Located<String>?> & Sendable, to kind: String,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, ValueReader<String>.reference(to: kind).located, summary,
      source: source,
      required: required)
  }

  /// A list: the name of something defined elsewhere in the scenario; the compiler checks that it is there.
  public static func references(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Located<String>]> & Sendable,
    to kind: String, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<String>.reference(to: kind).located.list, summary, source: source,
      required: required)
  }

  /// The path of a file beside the one that names it, resolved.
  public static func file(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Located<String>> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<String>.file.located, summary, source: source, required: required)
  }

  /// Or none: the path of a file beside the one that names it, resolved.
  public static func optionalFile(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Located<String>?> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, optional: keyPath, ValueReader<String>.file.located, summary, source: source,
      required: required)
  }

  /// An ISO 4217 code such as `USD`.
  public static func currency(
    _ name: String, _ keyPath: WritableKeyPath<Owner, String> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .currency, summary, source: source, required: required)
  }

  /// What one unit of other currencies is worth in the scenario's own.
  public static func exchangeRates(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<Double>]> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .exchangeRates, summary, source: source, required: required)
  }

  /// What one unit of other currencies is worth in the scenario's own, from days on.
  public static func datedExchangeRates(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<[Named<Double>]>]> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .datedExchangeRates, summary, source: source, required: required)
  }
}
