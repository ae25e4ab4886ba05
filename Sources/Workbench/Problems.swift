public import Diagnostics

/// What was found wrong or odd in a scenario, with the texts it points into.
public struct Problems: Sendable {
  public var diagnostics: [Diagnostic]
  public var sources: SourceFiles

  public init(_ diagnostics: [Diagnostic], in sources: SourceFiles) {
    self.diagnostics = diagnostics
    self.sources = sources
  }

  public init(_ sink: DiagnosticSink, in sources: SourceFiles) {
    self.init(sink.diagnostics, in: sources)
  }

  public var isEmpty: Bool { diagnostics.isEmpty }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// All of them as people read them, in file order.
  public func text(isColored: Bool, columns: Int) -> String {
    let renderer = DiagnosticRenderer(style: isColored ? .ansi : .plain, columns: columns)
    return renderer.render(sink, sources: sources)
  }

  var sink: DiagnosticSink {
    let sink = DiagnosticSink()
    for diagnostic in diagnostics { sink.report(diagnostic) }
    return sink
  }
}
