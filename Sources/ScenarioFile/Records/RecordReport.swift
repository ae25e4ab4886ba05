public import Diagnostics

/// Where a record's own checks report; it knows the places of the record's keys.
public struct RecordReport {
  /// The key or the list item that holds the record.
  public let location: SourceLocation?
  public let sink: DiagnosticSink
  private let node: Node

  init(node: Node, location: SourceLocation?, sink: DiagnosticSink) {
    self.node = node
    self.location = location
    self.sink = sink
  }

  /// Reports an error at the value of `parameter`, or at the record when the file does not give it.
  public func error(
    _ code: String, _ message: String, at parameter: String? = nil, help: [String] = []
  ) {
    sink.error(code, message, at: place(of: parameter), help: help)
  }

  /// Reports a warning at the value of `parameter`.
  public func warning(
    _ code: String, _ message: String, at parameter: String? = nil, help: [String] = []
  ) {
    sink.warning(code, message, at: place(of: parameter), help: help)
  }

  /// Whether the file gives this parameter a value; `null` is none.
  public func gives(_ parameter: String) -> Bool { node[parameter].map { !$0.isNull } ?? false }

  private func place(of parameter: String?) -> SourceLocation? {
    parameter.flatMap { node[$0]?.location } ?? location
  }
}
