public import Diagnostics
public import Quantities

/// What readers need beside the node: units, the sink and the files; and where in the document they are.
public final class DecodingContext {
  public let units: UnitContext
  public let sink: DiagnosticSink
  public let store: FileStore
  /// Keys from the top of the document to the value being read.
  private(set) var path: [Located<String>] = []
  /// Mappings around this value whose base could not be read.
  private var incomplete = 0

  public init(units: UnitContext, sink: DiagnosticSink, store: FileStore) {
    self.units = units
    self.sink = sink
    self.store = store
  }

  /// The key of the value being read, such as `servers`.
  public var name: String { path.last?.value ?? "the document" }

  /// The place of that key.
  public var place: SourceLocation? { path.last?.location }

  func within<Result>(_ key: Located<String>, _ body: () -> Result) -> Result {
    path.append(key)
    defer { path.removeLast() }
    return body()
  }

  func error(
    _ code: Code, _ message: String, at location: SourceLocation?, suggestion: String? = nil,
    help: [String] = [], notes: [Diagnostic.Note] = []
  ) {
    sink.error(code, message, at: location, suggestion: suggestion, help: help, notes: notes)
  }

  /// Runs `body` for the inside of a mapping, in which keys may be missing if the mapping's base is.
  func inside<Result>(_ node: Node, _ body: () -> Result) -> Result {
    incomplete += node.isIncomplete ? 1 : 0
    defer { incomplete -= node.isIncomplete ? 1 : 0 }
    return body()
  }

  /// Reports a missing key, unless it may stand in something that could not be read.
  func missing(_ key: String, in node: Node, help: String) {
    guard incomplete == 0, !node.isIncomplete else { return }
    let owner = place == nil ? "" : " in '\(name)'"
    error(
      .missingKey, "'\(key)' is missing\(owner)", at: place ?? node.location, help: [help])
  }

  /// The scalar of a node, or nil after a report that says what was expected.
  public func scalar(_ node: Node, expected: String) -> Scalar? {
    guard let scalar = node.scalar else {
      error(.wrongType, "expected \(expected), found \(node.kindName)", at: node.location)
      return nil
    }
    guard !scalar.isNull else {
      noValue(node, expected: expected)
      return nil
    }
    return scalar
  }

  func noValue(_ node: Node, expected: String) {
    error(
      .noValue, "'\(name)' has no value: expected \(expected)", at: place ?? node.location)
  }
}

extension Node {
  /// The place of a part of this scalar's text, or the whole when it cannot be told.
  func part(offset: Int, length: Int) -> SourceLocation {
    guard let start = scalar?.contentOffset else { return location }
    return location.part(offset: start + offset, length: length)
  }
}
