/// One kind of a registry: its name in files and the record that it decodes to.
public struct KindEntry<P>: Sendable {
  public let name: String
  let record: RecordDescription
  /// A record of this kind with its standard values.
  public let make: @Sendable () -> P
  let read: @Sendable (Node, DecodingContext) -> P?

  /// - Parameter type: A record that conforms to the registry's protocol `P`.
  public init<Record: Configurable>(_ name: String, _ type: Record.Type) {
    precondition(Record() is P, "\(Record.self) is not a \(P.self)")
    self.name = name
    record = RecordDescription(type)
    make = { Record() as! P }
    read = { node, context in
      RecordReader.read(Record.self, node, context, ignoring: ["kind"]) as? P
    }
  }
}

/// The kinds of something, such as facilities: each a record that is chosen by its `kind:` key.
public struct KindRegistry<P>: Sendable {
  /// What the entries are kinds of, such as "facility kind".
  public let name: String
  public let entries: [KindEntry<P>]

  public init(name: String, _ entries: [KindEntry<P>]) {
    self.name = name
    self.entries = entries
    precondition(
      Set(entries.map(\.name)).count == entries.count, "a \(name) is registered twice")
  }

  /// A record of the named kind with its standard values.
  public func make(_ name: String) -> P? { entries.first { $0.name == name }?.make() }

  public var names: [String] { entries.map(\.name) }

  public var description: RegistryDescription {
    let kinds = entries.map { RegistryDescription.Kind(name: $0.name, record: $0.record) }
    return RegistryDescription(name: name) { kinds }
  }

  /// The record that the node's `kind` names; a bare text is short for a mapping with that kind alone.
  func read(_ node: Node, _ context: DecodingContext) -> P? {
    var record = node
    var kind = node["kind"]
    if let scalar = node.scalar, !scalar.isNull {
      kind = node
      record = Node(.mapping([]), at: node.location)
    } else if node.mapping == nil {
      if node.isNull {
        context.noValue(node, expected: "a mapping with 'kind'")
      } else {
        context.error(
          .wrongType, "expected a mapping with 'kind', found \(node.kindName)", at: node.location)
      }
      return nil
    }
    guard let kind else {
      context.missing("kind", in: node, help: help)
      return nil
    }
    guard let text = context.scalar(kind, expected: "a \(name)")?.text else { return nil }
    guard let entry = entries.first(where: { $0.name == text }) else {
      context.error(
        .unknownKind, "unknown \(name) '\(text)'", at: kind.location,
        suggestion: context.nearest(to: text, among: names), help: [help])
      return nil
    }
    return entry.read(record, context)
  }

  private var help: String { "kinds: \(RecordReader.list(names))" }
}
