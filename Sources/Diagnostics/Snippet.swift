/// One line of source made fit for a terminal, and where a token stands in it.
struct Snippet {
  /// The line with tabs as spaces and controls as `·`, cut to a window around the token.
  var text: String
  /// Terminal columns before the token.
  var indent: Int
  /// Terminal columns that the token covers, at least one.
  var width: Int

  private static let tabStop = 4

  /// - Parameters:
  ///   - line: The source line without its end.
  ///   - column: First scalar of the token [from 1]; may lie one behind the end of the line.
  ///   - length: Scalars of the token; cut at the end of the line.
  ///   - limit: Terminal columns that the window may take.
  init(line: String, column: Int, length: Int, limit: Int) {
    var cells: [(text: String, width: Int)] = []
    var before = 0
    var covered = 0
    var position = 1
    var total = 0
    for character in line {
      let scalars = character.unicodeScalars.count
      var cell = (text: String(character), width: DisplayWidth.of(character))
      if character == "\t" {
        let width = Self.tabStop - total % Self.tabStop
        cell = (String(repeating: " ", count: width), width)
      } else if scalars == 1, character.unicodeScalars.first!.properties.generalCategory == .control
      {
        cell = ("·", 1)
      }
      // A character belongs to the token when its last scalar does.
      if position + scalars <= column {
        before += cell.width
      } else if position < column + max(1, length) {
        covered += cell.width
      }
      total += cell.width
      position += scalars
      cells.append(cell)
    }
    if column > position { before = total }
    indent = before
    width = max(1, covered)
    guard total > limit else {
      text = cells.map(\.text).joined()
      return
    }
    (text, indent, width) = Self.window(cells, indent: before, width: width, limit: limit)
  }

  /// Cuts a long line so that the start of the token stays in sight.
  private static func window(
    _ cells: [(text: String, width: Int)], indent: Int, width: Int, limit: Int
  ) -> (String, Int, Int) {
    let room = limit - 2
    let first = indent + min(width, room / 2) <= room ? 0 : max(0, indent - room / 2)
    var text = first > 0 ? "…" : ""
    var column = 0
    var used = 0
    var shift = 0
    var end = 0
    for cell in cells {
      defer { column += cell.width }
      if column < first {
        shift = column + cell.width
        continue
      }
      if used + cell.width > room { break }
      text += cell.text
      used += cell.width
      end = column + cell.width
    }
    text += "…"
    let newIndent = indent - shift + (first > 0 ? 1 : 0)
    return (text, max(0, newIndent), max(1, min(width, end - indent)))
  }
}
