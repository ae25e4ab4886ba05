/// The JSON Schema of scenario files, for completion and checks in editors.
///
/// Nested records have no required keys and allow `extends`, because a key may come from what they
/// extend; ploy's own checks see the merged document.
public enum JSONSchema {
  /// A schema document (draft 2020-12) for files whose top is `Root`.
  public static func document<Root: Configurable>(
    for type: Root.Type, id: String? = nil, title: String = "ploy scenario"
  ) -> JSONValue {
    document(for: RecordDescription(type), id: id, title: title)
  }

  /// The same from a record without its Swift type.
  public static func document(for root: RecordDescription, id: String? = nil, title: String)
    -> JSONValue
  {
    var builder = SchemaBuilder()
    let schema = builder.record(root, isRoot: true)
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema")
    ]
    if let id { members.append(.init("$id", .text(id))) }
    members.append(.init("title", .text(title)))
    if case .object(let own) = schema { members += own }
    members.append(.init("$defs", .object(builder.definitions)))
    return .object(members)
  }
}

/// Gathers one definition per record and per registry, so that records may hold each other.
struct SchemaBuilder {
  private(set) var definitions: [JSONValue.Member] = []
  private var started: Set<String> = []

  mutating func record(_ record: RecordDescription, isRoot: Bool = false, kind: String? = nil)
    -> JSONValue
  {
    var properties: [JSONValue.Member] = []
    if let kind { properties.append(.init("kind", .members(("const", .text(kind))))) }
    properties.append(.init("extends", Self.extends))
    let parameters = record.parameters
    for parameter in parameters {
      properties.append(.init(parameter.name, property(parameter)))
    }
    let required = isRoot ? parameters.filter(\.isRequired).map { JSONValue.text($0.name) } : []
    return .members(
      ("type", "object"), ("description", .text(record.summary)),
      ("properties", .object(properties)),
      ("required", required.isEmpty ? nil : .list(required)), ("additionalProperties", false))
  }

  private mutating func property(_ parameter: ParameterDescription) -> JSONValue {
    var members: [JSONValue.Member] = [.init("description", .text(Self.summary(parameter)))]
    let schema = value(parameter.type)
    // `null` removes a key of what is extended, so that the standard value holds again.
    members.append(.init("anyOf", .list([schema, .members(("type", "null"))])))
    return .object(members)
  }

  private static func summary(_ parameter: ParameterDescription) -> String {
    var text = parameter.summary
    if parameter.isRequired { text += " Required." }
    if let standard = parameter.standard { text += " Standard: \(standard)." }
    if let source = parameter.source { text += " [\(source)]" }
    return text
  }

  /// A reference to the record's definition, which is made at its first mention.
  mutating func reference(_ record: RecordDescription) -> JSONValue {
    define(record.name) { $0.record(record) }
  }

  mutating func reference(_ registry: RegistryDescription) -> JSONValue {
    let name = registry.name.split(separator: " ").joined(separator: "_")
    return define(name) { builder in
      let kinds = registry.kinds
      let names = JSONValue.list(kinds.map { .text($0.name) })
      let branches = kinds.map { kind in
        let schema = builder.define("\(name).\(kind.name)") {
          $0.record(kind.record, kind: kind.name)
        }
        let isKind = JSONValue.members(
          ("properties", .members(("kind", .members(("const", .text(kind.name)))))),
          ("required", ["kind"]))
        return JSONValue.members(("if", isKind), ("then", schema))
      }
      let properties = JSONValue.members(("kind", .members(("enum", names))))
      let whole = JSONValue.members(
        ("type", "object"), ("properties", properties), ("allOf", .list(branches)))
      return .members(("anyOf", .list([.members(("enum", names)), whole])))
    }
  }

  private mutating func define(_ name: String, _ make: (inout SchemaBuilder) -> JSONValue)
    -> JSONValue
  {
    if started.insert(name).inserted {
      let schema = make(&self)
      definitions.append(.init(name, schema))
    }
    return .members(("$ref", .text("#/$defs/\(name)")))
  }

  private static let extends = JSONValue.members(
    ("type", "string"),
    ("description", "A preset or a YAML file whose mapping this one overrides key by key."))
}

extension JSONValue: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}
