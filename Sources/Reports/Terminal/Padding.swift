internal import Diagnostics

extension StringProtocol {
  /// Columns a terminal gives this text.
  var displayWidth: Int { DisplayWidth.of(String(self)) }

  /// Cut to at most `width` columns, the cut marked by an ellipsis.
  public func truncated(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept = ""
    var used = 1
    for character in self {
      used += DisplayWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Filled with blanks to `width` columns; longer text stays as it is.
  func padded(to width: Int, alignedRight: Bool = false) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return alignedRight ? space + self : self + space
  }
}

extension Sequence<String> {
  /// Joined by `separator` into lines of at most `width` columns, where single parts allow it;
  /// lines after the first start with `indent`.
  func wrapped(_ separator: String, to width: Int, first: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for part in self {
      if !isEmpty && line.displayWidth + (separator + part).displayWidth > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += isEmpty ? part : separator + part
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines
  }
}
