extension Parameter {
  /// A record of its own.
  public static func record<Sub: Configurable>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Sub> & Sendable, _ type: Sub.Type,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .record(type), summary, source: source, required: required)
  }

  /// A record of its own, or none.
  public static func optionalRecord<Sub: Configurable>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Sub?> & Sendable, _ type: Sub.Type,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .record(type), summary, source: source, required: required)
  }

  /// A list of records, or a table of them.
  public static func records<Sub: Configurable>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Sub]> & Sendable, _ type: Sub.Type,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader.record(type).records, summary, source: source, required: required)
  }

  /// A list of records with their places, or a table of them.
  public static func records<Sub: Configurable>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Located<Sub>]> & Sendable, _ type: Sub.Type,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader.record(type).located.records, summary, source: source,
      required: required)
  }

  /// A mapping from names to records in the order of the file, or a table with a `name` column.
  public static func named<Sub: Configurable>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<Sub>]> & Sendable, _ type: Sub.Type,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, ValueReader.record(type).named, summary, source: source, required: required)
  }

  /// A record chosen by its `kind:`; a bare text is a kind with its standard values.
  public static func variant<P>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, P> & Sendable,
    _ registry: KindRegistry<P>, _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .variant(registry), summary, source: source, required: required)
  }

  /// A record chosen by its `kind:`, or none.
  public static func optionalVariant<P>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, P?> & Sendable,
    _ registry: KindRegistry<P>, _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .variant(registry), summary, source: source, required: required)
  }

  /// A list of records, each chosen by its `kind:`.
  public static func variants<P>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [P]> & Sendable,
    _ registry: KindRegistry<P>, _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader.variant(registry).records, summary, source: source,
      required: required)
  }

  /// A list of records with their places, each chosen by its `kind:`.
  public static func variants<P>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Located<P>]> & Sendable,
    _ registry: KindRegistry<P>, _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader.variant(registry).located.records, summary, source: source,
      required: required)
  }

  /// A mapping from names to records, each chosen by its `kind:`.
  public static func namedVariants<P>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<P>]> & Sendable,
    _ registry: KindRegistry<P>, _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader.variant(registry).named, summary, source: source,
      required: required)
  }
}
