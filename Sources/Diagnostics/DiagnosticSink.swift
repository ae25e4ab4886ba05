/// Collects the problems of one input, so that all of them are shown at once.
///
/// A reference, because loading, decoding and checking report into the same one; it belongs to one
/// thread. Keeps at most `capacity` problems and counts the rest.
public final class DiagnosticSink {
  public private(set) var diagnostics: [Diagnostic] = []
  public private(set) var errorCount = 0
  public private(set) var warningCount = 0
  private let capacity: Int
  private var seen: Set<Diagnostic> = []

  public init(capacity: Int = 1000) {
    self.capacity = capacity
  }

  /// Adds `diagnostic` unless the very same one is there (an alias or a preset used twice).
  public func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < capacity, !seen.insert(diagnostic).inserted { return }
    switch diagnostic.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    }
    if diagnostics.count < capacity { diagnostics.append(diagnostic) }
  }

  /// Reports an error.
  public func error(
    _ code: String, _ message: String, at location: SourceLocation?, suggestion: String? = nil,
    help: [String] = [], notes: [Diagnostic.Note] = []
  ) {
    report(
      Diagnostic(
        code, message, at: location, suggestion: suggestion, help: help, notes: notes))
  }

  /// Reports a warning; a run goes on after warnings.
  public func warning(
    _ code: String, _ message: String, at location: SourceLocation?, suggestion: String? = nil,
    help: [String] = [], notes: [Diagnostic.Note] = []
  ) {
    report(
      Diagnostic(
        code, message, at: location, suggestion: suggestion, help: help, notes: notes,
        severity: .warning))
  }

  public var hasErrors: Bool { errorCount > 0 }

  /// 0 without errors, 66 when only files are missing, otherwise 65.
  public var exitCode: Int32 {
    guard hasErrors else { return 0 }
    let onlyInput = diagnostics.allSatisfy { $0.severity == .warning || $0.subject == .input }
    return onlyInput ? 66 : 65
  }

  /// The problems in the order in which a reader meets them: by file in the order of `sources`, then
  /// by line and column; those without a place come first.
  public func sorted(by sources: SourceFiles) -> [Diagnostic] {
    func key(_ d: Diagnostic) -> (Int, String, Int, Int) {
      guard let place = d.location else { return (-1, "", 0, 0) }
      return (sources.rank(of: place.file), place.file, place.line, place.column)
    }
    return diagnostics.enumerated()
      .map { (key: key($0.element), index: $0.offset, diagnostic: $0.element) }
      .sorted { a, b in a.key != b.key ? a.key < b.key : a.index < b.index }
      .map(\.diagnostic)
  }
}
