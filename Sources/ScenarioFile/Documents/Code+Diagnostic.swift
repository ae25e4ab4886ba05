internal import Diagnostics

extension Diagnostic {
  init(
    _ code: Code, _ message: String, at location: SourceLocation?, suggestion: String? = nil,
    help: [String] = [], notes: [Note] = [], subject: Subject = .scenario
  ) {
    self.init(
      code.rawValue, message, at: location, suggestion: suggestion, help: help,
      notes: notes, subject: subject)
  }
}

extension DiagnosticSink {
  func error(
    _ code: Code, _ message: String, at location: SourceLocation?, suggestion: String? = nil,
    help: [String] = [], notes: [Diagnostic.Note] = []
  ) {
    error(
      code.rawValue, message, at: location, suggestion: suggestion, help: help, notes: notes)
  }
}
