/// One thing that is wrong (or odd) in the user's input: where, what, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning
  }

  /// What the problem is about, which decides the exit code of a command.
  public enum Subject: Hashable, Sendable {
    /// The text of the scenario is wrong (exit code 65).
    case scenario
    /// A file is missing or cannot be read (exit code 66).
    case input
  }

  /// A further place that belongs to the problem, such as the first of two definitions.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var location: SourceLocation?

    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity
  public var subject: Subject
  /// A stable name such as `unknown-key`.
  public var code: String
  /// What is wrong, in one line without a final period.
  public var message: String
  public var location: SourceLocation?
  /// What the text at the location should probably be, such as `dark_store`.
  public var suggestion: String?
  /// What to do, or what would have been right.
  public var help: [String]
  public var notes: [Note]

  public init(
    _ code: String, _ message: String, at location: SourceLocation? = nil,
    suggestion: String? = nil, help: [String] = [], notes: [Note] = [],
    severity: Severity = .error, subject: Subject = .scenario
  ) {
    self.severity = severity
    self.subject = subject
    self.code = code
    self.message = message
    self.location = location
    self.suggestion = suggestion
    self.help = help
    self.notes = notes
  }

  /// The same with the severity first.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at location: SourceLocation? = nil,
    suggestion: String? = nil, help: [String] = [], notes: [Note] = [],
    subject: Subject = .scenario
  ) {
    self.init(
      code, message, at: location, suggestion: suggestion, help: help, notes: notes,
      severity: severity, subject: subject)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The first line of the rendered form.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(severity.rawValue): \(message) [\(code)]"
  }
}
