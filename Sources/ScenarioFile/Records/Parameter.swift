/// One parameter of a record, written once: its name, where its value goes, what it may be, what it means.
public struct Parameter<Owner>: Sendable {
  public let name: String
  public let summary: String
  public let source: String?
  public let isRequired: Bool
  public let type: ParameterType
  /// Puts the value of a node into the record; reports what is wrong with it.
  let assign: @Sendable (Node, inout Owner, DecodingContext) -> Void
  /// Puts `null` into the record; nil when the value cannot be none.
  let assignNone: (@Sendable (inout Owner) -> Void)?
  let standardText: @Sendable (Owner) -> String?

  public init<Value>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value> & Sendable,
    _ reader: ValueReader<Value>, _ summary: String, source: String? = nil, required: Bool = false
  ) {
    self.init(
      name, keyPath, reader, summary, source: source, required: required, assignNone: nil)
  }

  /// For a value that may be none.
  public init<Value>(
    _ name: String, optional keyPath: WritableKeyPath<Owner, Value?> & Sendable,
    _ reader: ValueReader<Value>, _ summary: String, source: String? = nil, required: Bool = false
  ) {
    self.init(
      name, keyPath, reader.optional, summary, source: source, required: required,
      assignNone: { owner in owner[keyPath: keyPath] = nil })
  }

  private init<Value>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value> & Sendable,
    _ reader: ValueReader<Value>, _ summary: String, source: String?, required: Bool,
    assignNone: (@Sendable (inout Owner) -> Void)?
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    isRequired = required
    type = reader.type
    self.assignNone = assignNone
    let (read, text) = (reader.read, reader.text)
    assign = { node, owner, context in
      if let value = read(node, context) { owner[keyPath: keyPath] = value }
    }
    standardText = { text($0[keyPath: keyPath]) }
  }

  /// The parameter without its record's type; a required one has no standard value.
  func description(standard: Owner) -> ParameterDescription {
    ParameterDescription(
      name: name, summary: summary, source: source, isRequired: isRequired, type: type,
      standard: isRequired ? nil : standardText(standard))
  }
}
