public import Diagnostics

/// A value of a scenario document with the place where it stands.
public struct Node: Sendable {
  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// One key of a mapping with its value; keys keep the order of the file.
  public struct Entry: Sendable {
    public var key: Located<String>
    public var value: Node

    public init(_ key: Located<String>, _ value: Node) {
      self.key = key
      self.value = value
    }
  }

  public var content: Content
  public var location: SourceLocation
  /// Whether what this mapping extends could not be read, so that keys may be missing through no fault
  /// of its own.
  var isIncomplete = false

  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  public init(text: String, at location: SourceLocation) {
    content = .scalar(Scalar(text: text))
    self.location = location
  }

  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  public var sequence: [Node]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  public var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether this is `null`, `~` or nothing at all.
  public var isNull: Bool { scalar?.isNull ?? false }

  /// The value under a key of a mapping.
  public subscript(key: String) -> Node? {
    mapping?.first { $0.key.value == key }?.value
  }

  /// What kind of value this is, for messages.
  var kindName: String {
    switch content {
    case .scalar(let scalar): scalar.text.isEmpty ? "nothing" : "'\(scalar.excerpt)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A text, number, flag or null: what it is depends on the parameter that reads it.
public struct Scalar: Hashable, Sendable {
  public enum Style: Hashable, Sendable {
    case plain, quoted, block
  }

  public var text: String
  public var style: Style
  /// Scalars between the token's start and its text; nil when escapes or line breaks make the two
  /// differ, so that places within the text cannot be given.
  public var contentOffset: Int?

  public init(text: String, style: Style = .plain, contentOffset: Int? = 0) {
    self.text = text
    self.style = style
    self.contentOffset = contentOffset
  }

  /// `null`, `~` and nothing are null unless quoted (YAML 1.2 core schema).
  public var isNull: Bool { style == .plain && (isEmpty || isExplicitNull) }
  var isEmpty: Bool { text.isEmpty }
  var isExplicitNull: Bool { ["null", "Null", "NULL", "~"].contains(text) }

  /// At most 40 characters of the text, on one line.
  var excerpt: String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? "\(line.prefix(40))…" : String(line)
  }
}
