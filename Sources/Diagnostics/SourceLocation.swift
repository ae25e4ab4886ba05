/// A place in a text file: where a token starts and how long it is.
///
/// Lines and columns count from 1. Columns and lengths count Unicode scalars, so they agree with what
/// YAML parsers report and do not depend on how wide a terminal draws a character.
public struct SourceLocation: Hashable, Sendable {
  /// The path as the user wrote it, or `preset:NAME` for a built-in preset.
  public var file: String
  private var lineNumber: Int32
  private var columnNumber: Int32
  private var tokenLength: Int32

  public init(file: String, line: Int = 0, column: Int = 0, length: Int = 1) {
    self.file = file
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
    tokenLength = Int32(clamping: length)
  }

  /// From 1; 0 when the location names a file as a whole.
  public var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = Int32(clamping: newValue) }
  }

  /// From 1; 0 when the location names a file or a line as a whole.
  public var column: Int {
    get { Int(columnNumber) }
    set { columnNumber = Int32(clamping: newValue) }
  }

  /// Unicode scalars that the token covers on its first line.
  public var length: Int {
    get { Int(tokenLength) }
    set { tokenLength = Int32(clamping: newValue) }
  }

  /// The part of this token from `offset` on, `length` scalars long (at least one).
  public func part(offset: Int, length: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + offset, length: max(1, length))
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, without the parts that are zero.
  public var description: String {
    if line == 0 { return file }
    if column == 0 { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
