internal import Quantities

extension SchemaBuilder {
  /// The schema of one value.
  mutating func value(_ type: ParameterType) -> JSONValue {
    switch type {
    case .text, .reference, .file: return Self.scalar(["string", "number", "boolean"])
    case .flag: return .members(("type", "boolean"))
    case .integer(let bounds): return Self.number("integer", bounds, pattern: nil)
    case .number(let bounds, let asPercent):
      return Self.number(
        "number", bounds, pattern: "^\(Self.numberPattern) *(%|[A-Za-z]+)?$",
        example: asPercent ? "25 %" : nil)
    case .quantity(let dimension, let unit, let bounds):
      return Self.quantity(dimension, unit: unit, bounds: bounds)
    case .law(let dimension, let unit):
      let law = JSONValue.members(
        ("type", "string"), ("pattern", "^[a-z_]+\\(.*\\)$"),
        ("examples", .list([.text("exponential(mean: \(ParameterType.example(dimension, unit)))")]))
      )
      return .members(("anyOf", .list([Self.quantity(dimension, unit: unit, bounds: .any), law])))
    case .choice(let names): return .members(("enum", .list(names.map { .text($0) })))
    case .date: return Self.pattern("^\\d{4}-\\d{2}-\\d{2}$", "2026-11-02")
    case .dateTime:
      return Self.pattern("^\\d{4}-\\d{2}-\\d{2}([T ]\\d{1,2}:\\d{2}.*)?$", "2026-11-02T20:00")
    case .timeOfDay: return Self.pattern("^\\d{1,2}:\\d{2}(:\\d{2})?$", "09:30")
    case .weekdays:
      let text = JSONValue.members(("type", "string"), ("examples", ["mon-fri"]))
      return .members(("anyOf", .list([text, Self.list(text)])))
    case .hours: return Self.pattern("^(always|never|24/7|.*\\d:\\d\\d.*)$", "mon-fri 09:00-17:00")
    case .timeZone: return Self.pattern("^(UTC|GMT|.+/.+)$", "America/New_York")
    case .coordinate: return Self.coordinate
    case .currency: return Self.pattern("^[A-Z]{3}$", "USD")
    case .list(let item):
      let schema = value(item)
      return .members(("anyOf", .list([Self.list(schema), schema])))
    case .optional(let type): return value(type)
    case .record(let record): return reference(record)
    case .records(let record): return listOrTable(reference(record))
    case .variant(let registry): return reference(registry)
    case .variants(let registry): return listOrTable(reference(registry))
    case .named(let type): return named(type)
    }
  }

  private mutating func named(_ type: ParameterType) -> JSONValue {
    let item = value(type)
    let mapping = JSONValue.members(
      ("type", "object"), ("not", .members(("required", ["table"]))),
      ("additionalProperties", .members(("anyOf", .list([item, .members(("type", "null"))])))))
    switch type {
    case .record, .variant: return .members(("anyOf", .list([mapping, Self.table])))
    default: return mapping
    }
  }

  private func listOrTable(_ item: JSONValue) -> JSONValue {
    .members(("anyOf", .list([Self.list(item), Self.table])))
  }

  static let numberPattern = "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?"

  private static func list(_ item: JSONValue) -> JSONValue {
    .members(("type", "array"), ("items", item))
  }

  private static func scalar(_ types: [String]) -> JSONValue {
    .members(("type", .list(types.map { .text($0) })))
  }

  private static func pattern(_ pattern: String, _ example: String) -> JSONValue {
    .members(("type", "string"), ("pattern", .text(pattern)), ("examples", .list([.text(example)])))
  }

  /// A bare number within bounds, or a text such as "25 %".
  private static func number(
    _ type: String, _ bounds: Bounds, pattern: String?, example: String? = nil
  ) -> JSONValue {
    let number = JSONValue.members(
      ("type", .text(type)),
      ("minimum", bounds.lower.isFinite && !bounds.lowerIsOpen ? .number(bounds.lower) : nil),
      (
        "exclusiveMinimum",
        bounds.lower.isFinite && bounds.lowerIsOpen ? .number(bounds.lower) : nil
      ),
      ("maximum", bounds.upper.isFinite && !bounds.upperIsOpen ? .number(bounds.upper) : nil),
      (
        "exclusiveMaximum",
        bounds.upper.isFinite && bounds.upperIsOpen ? .number(bounds.upper) : nil
      ))
    guard let pattern else { return number }
    let text = JSONValue.members(
      ("type", "string"), ("pattern", .text(pattern)),
      ("examples", example.map { .list([.text($0)]) }))
    return .members(("anyOf", .list([number, text])))
  }

  /// A number and its unit; a dimensionless one may be a bare number.
  private static func quantity(_ dimension: Dimension, unit: String, bounds: Bounds) -> JSONValue {
    if dimension == .none {
      return number("number", bounds, pattern: "^\(numberPattern).*$")
    }
    let names = UnitTable.measures.filter { $0.dimension == dimension }.flatMap(\.names)
    let limits = bounds.text(unit: unit)
    let single = dimension == .time || dimension == .mass
    let term = single ? "\(numberPattern) *(\(names.joined(separator: "|")))" : nil
    let pattern = term.map { "^\($0)( +\($0))*$" } ?? "^\(numberPattern) *[^ \\d].*$"
    return .members(
      ("type", "string"), ("pattern", .text(pattern)),
      ("examples", .list([.text(ParameterType.example(dimension, unit))])),
      ("$comment", limits.isEmpty ? nil : .text("must be \(limits)")))
  }

  private static let coordinate = JSONValue.members(
    ("type", "array"),
    (
      "prefixItems",
      [
        .members(("type", "number"), ("minimum", -90), ("maximum", 90)),
        .members(("type", "number"), ("minimum", -180), ("maximum", 180)),
      ]
    ),
    ("minItems", 2), ("maxItems", 2))

  private static let table = JSONValue.members(
    ("type", "object"), ("required", ["table"]),
    (
      "properties",
      .members(
        ("table", .members(("type", "string"), ("description", "A CSV file with a header row."))),
        (
          "columns",
          .members(
            ("type", "object"), ("description", "Column names by parameter, where they differ."))
        ))
    ),
    ("additionalProperties", false))
}
