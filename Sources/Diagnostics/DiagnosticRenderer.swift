/// Writes diagnostics as people read them: place, message, the source line and a caret under the token.
///
/// ```
/// scenario.yaml:31:15: error: unknown facility kind 'darkstore' [unknown-kind]
///  31 |     - kind: darkstore
///     |             ^^^^^^^^^ did you mean 'dark_store'?
///     = help: kinds: cross_dock, dark_store, delivery_station
/// ```
public struct DiagnosticRenderer: Sendable {
  /// Escape sequences around the parts of a message; all empty when colour is off.
  public struct Style: Hashable, Sendable {
    public var error, warning, gutter, mark, bold, reset: String

    public static let plain = Style(
      error: "", warning: "", gutter: "", mark: "", bold: "", reset: "")
    public static let ansi = Style(
      error: "\u{1B}[1;31m", warning: "\u{1B}[1;33m", gutter: "\u{1B}[2m", mark: "\u{1B}[1;36m",
      bold: "\u{1B}[1m", reset: "\u{1B}[0m")
  }

  public var style: Style
  /// Problems shown in full; the rest are counted.
  public var limit: Int
  /// Terminal columns that a source line may take before it is cut.
  public var columns: Int

  public init(style: Style = .plain, limit: Int = 20, columns: Int = 96) {
    self.style = style
    self.limit = limit
    self.columns = max(40, columns)
  }

  /// All problems of `sink` in file order, then the closing line; empty when there are none.
  public func render(_ sink: DiagnosticSink, sources: SourceFiles) -> String {
    let all = sink.sorted(by: sources)
    guard !all.isEmpty else { return "" }
    var blocks = all.prefix(limit).map { render($0, sources: sources) }
    let hidden = sink.errorCount + sink.warningCount - min(limit, all.count)
    if hidden > 0 { blocks.append("… and \(hidden) more\n") }
    blocks.append(Self.closing(sink) + "\n")
    return blocks.joined(separator: "\n")
  }

  /// One problem, ending in a line break.
  public func render(_ diagnostic: Diagnostic, sources: SourceFiles) -> String {
    let tint = diagnostic.severity == .error ? style.error : style.warning
    var lines: [String] = []
    let place = diagnostic.location.map { "\(style.bold)\($0):\(style.reset) " } ?? ""
    lines.append(
      "\(place)\(tint)\(diagnostic.severity.rawValue):\(style.reset) "
        + "\(diagnostic.message) [\(diagnostic.code)]")
    let suggestion = diagnostic.suggestion.map { "did you mean '\($0)'?" }
    var gutter = 3
    if let location = diagnostic.location,
      let shown = snippet(location, sources: sources, remark: suggestion)
    {
      gutter = shown.gutter
      lines += shown.lines
    } else if let suggestion {
      lines.append("\(bar("=", gutter)) help: \(suggestion)")
    }
    for help in diagnostic.help { lines.append("\(bar("=", gutter)) help: \(help)") }
    for note in diagnostic.notes {
      let place = note.location.map { " (\($0))" } ?? ""
      lines.append("\(bar("=", gutter)) note: \(note.message)\(place)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "2 problems, 1 warning; nothing was run."
  static func closing(_ sink: DiagnosticSink) -> String {
    func count(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
    var parts: [String] = []
    if sink.errorCount > 0 { parts.append(count(sink.errorCount, "problem")) }
    if sink.warningCount > 0 { parts.append(count(sink.warningCount, "warning")) }
    return parts.joined(separator: ", ") + (sink.hasErrors ? "; nothing was run." : ".")
  }

  private func bar(_ mark: String, _ width: Int) -> String {
    String(repeating: " ", count: width + 1) + "\(style.gutter)\(mark)\(style.reset)"
  }

  private func snippet(_ location: SourceLocation, sources: SourceFiles, remark: String?)
    -> (lines: [String], gutter: Int)?
  {
    guard location.line > 0, let line = sources.line(location.line, of: location.file) else {
      return nil
    }
    let number = String(location.line)
    let gutter = number.count + 1
    let head = " \(style.gutter)\(number) |\(style.reset) "
    guard location.column > 0 else {
      let whole = Snippet(line: line, column: 1, length: 1, limit: columns - gutter - 3)
      return ([head + whole.text], gutter)
    }
    let shown = Snippet(
      line: line, column: location.column, length: location.length, limit: columns - gutter - 3)
    let carets = String(repeating: "^", count: shown.width)
    let tail = remark.map { " \($0)" } ?? ""
    return (
      [
        head + shown.text,
        "\(bar("|", gutter)) " + String(repeating: " ", count: shown.indent)
          + "\(style.mark)\(carets)\(tail)\(style.reset)",
      ], gutter
    )
  }
}
