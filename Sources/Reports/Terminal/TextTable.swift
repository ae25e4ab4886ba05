/// A table for a terminal: columns as wide as they need, padded by display width.
struct TextTable {
  struct Column {
    var heading: String
    var cells: [String]
    var isAlignedRight = true
    /// Columns with the highest number are dropped first when space is short; 0 stays.
    var dropRank = 0
  }

  var columns: [Column]
  /// Between columns.
  var gap = 2

  var width: Int {
    columns.map { contentWidth(of: $0) }.reduce(0, +) + gap * max(0, columns.count - 1)
  }

  /// Drops columns, highest rank first, until the table is at most `width` wide or only columns
  /// of rank 0 are left.
  mutating func fit(_ width: Int) {
    while self.width > width, let rank = columns.map(\.dropRank).max(), rank > 0,
      let index = columns.lastIndex(where: { $0.dropRank == rank })
    {
      columns.remove(at: index)
    }
  }

  /// The heading line and one line per row, without trailing blanks.
  ///
  /// - Parameter indent: Rows are indented by this much, the heading line is not: its first
  ///   column holds the section's name.
  func lines(indent: Int, paint: Paint) -> [String] {
    let rows = columns.first?.cells.count ?? 0
    var lines: [String] = []
    for row in -1..<rows {
      var line = ""
      for (index, column) in columns.enumerated() {
        let text = row < 0 ? column.heading : column.cells[row]
        var width = contentWidth(of: column)
        if index == 0 { width += row < 0 ? indent : 0 } else { line += blanks(gap) }
        if index == 0 && row >= 0 { line += blanks(indent) }
        let padded = text.padded(to: width, alignedRight: column.isAlignedRight && index > 0)
        line += row < 0 && index == 0 ? paint(padded, .heading) : padded
      }
      lines.append(trimmed(line))
    }
    return lines
  }

  private func contentWidth(of column: Column) -> Int {
    column.cells.map(\.displayWidth).reduce(column.heading.displayWidth, max)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
