/// What it takes to get the same figures again.
public struct Provenance: Sendable, Hashable {
  /// The command line, such as "ploy compare Scenarios/us-launch --seed 7".
  public var command: String
  /// The scenario's own question.
  public var question: String
  /// Files that were read: name and text; presets are part of the version.
  public var files: [File]
  /// Local instant at which the observed window begins, such as "2026-09-21T00:00".
  public var windowStart: String
  /// The market's promise [h]; nil where it is counted in business days.
  public var promiseHours: Double?

  public struct File: Sendable, Hashable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  public init(
    command: String = "", question: String = "", files: [File] = [], windowStart: String = "",
    promiseHours: Double? = nil
  ) {
    self.command = command
    self.question = question
    self.files = files
    self.windowStart = windowStart
    self.promiseHours = promiseHours
  }
}
