/// Reads one kind of value from a node, and knows how to describe it.
///
/// A new kind of value is a reader, and a factory on ``Parameter`` that names it.
public struct ValueReader<Value>: Sendable {
  public let type: ParameterType
  /// The value, or nil after a report.
  public let read: @Sendable (Node, DecodingContext) -> Value?
  /// The value as a file would give it; nil when it has no short form.
  public let text: @Sendable (Value) -> String?

  public init(
    _ type: ParameterType, text: @escaping @Sendable (Value) -> String?,
    read: @escaping @Sendable (Node, DecodingContext) -> Value?
  ) {
    self.type = type
    self.read = read
    self.text = text
  }

  /// The same values with the place where they stand.
  public var located: ValueReader<Located<Value>> {
    let (read, text) = (read, text)
    return ValueReader<Located<Value>>(type, text: { text($0.value) }) { node, context in
      read(node, context).map { Located($0, at: node.location) }
    }
  }

  /// The same values or none; a file says `null` for none.
  public var optional: ValueReader<Value?> {
    let (read, text) = (read, text)
    return ValueReader<Value?>(
      .optional(type), text: { $0.flatMap(text) ?? "none" }
    ) { node, context in
      read(node, context).map(Optional.some)
    }
  }

  /// A list of such values; one value alone counts as a list of one.
  public var list: ValueReader<[Value]> {
    let (read, text) = (read, text)
    return ValueReader<[Value]>(
      .list(type),
      text: { values in
        let parts = values.compactMap(text)
        return parts.count == values.count ? "[\(parts.joined(separator: ", "))]" : nil
      }
    ) { node, context in
      guard let nodes = node.sequence else { return read(node, context).map { [$0] } }
      let values = nodes.map { read($0, context) }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }
}
