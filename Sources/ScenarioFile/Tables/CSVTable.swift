public import Diagnostics

/// A table of comma-separated values with a header row (RFC 4180), as bytes and offsets.
///
/// Quoted cells may hold commas, line breaks and doubled quotes. Lines end at LF or CR LF. Empty lines
/// are skipped. Cells are cut out only when asked for, so that a million rows stay cheap.
public struct CSVTable: Sendable {
  /// A column's name, its unit when the header says "weight [kg]", and where it stands.
  public struct Column: Hashable, Sendable {
    public let name: String
    public let unit: String?
    public let location: SourceLocation
  }

  /// Where a cell's text lies; quotes are outside.
  struct Cell {
    var start: UInt32
    var end: UInt32
    var isQuoted: Bool
  }

  public let file: String
  public let columns: [Column]
  /// Rows below the header whose cells match it; ragged ones are reported and left out.
  public var rowCount: Int { lines.count }

  let bytes: [UInt8]
  /// Row by row, `columns.count` each.
  private let cells: [Cell]
  /// Line [from 1] on which each row starts.
  private let lines: [UInt32]
  private let starts: [UInt32]

  /// Reads a whole table; nil when its bytes are no text or it has no header. All ragged rows are
  /// reported, and so is a quote that is never closed.
  ///
  /// - Complexity: O(bytes).
  public init?(_ bytes: [UInt8], file: String, sink: DiagnosticSink) {
    guard let text = TextCheck.text(bytes, file: file, sink: sink) else { return nil }
    var scanner = CSVScanner(bytes, from: text.startIndex, file: file, sink: sink)
    guard let header = scanner.row() else {
      sink.error(
        Code.emptyFile, "the table has no header row", at: SourceLocation(file: file),
        help: ["the first line names the columns, such as 'name,lat,lon'"])
      return nil
    }
    self.file = file
    self.bytes = bytes
    columns = header.cells.map { cell in
      let place = CSVScanner.location(
        cell, line: header.line, lineStart: header.start, bytes: bytes, file: file)
      return Self.column(CSVScanner.text(cell, bytes).trimmedSpaces, at: place)
    }
    (cells, lines, starts) = scanner.rows(width: header.cells.count)
    reportDuplicates(sink)
  }

  /// The place of the column called `name`, with or without its unit.
  public func column(_ name: String) -> Int? {
    let wanted = Self.column(name, at: SourceLocation(file: file))
    return columns.firstIndex {
      $0.name == wanted.name && (wanted.unit == nil || $0.unit == wanted.unit)
    }
  }

  /// The text of a cell, without quotes and outer spaces.
  public func text(row: Int, column: Int) -> String {
    CSVScanner.text(cells[row * columns.count + column], bytes).trimmedSpaces
  }

  /// Whether a cell holds nothing but spaces.
  public func isEmpty(row: Int, column: Int) -> Bool {
    let cell = cells[row * columns.count + column]
    return bytes[Int(cell.start)..<Int(cell.end)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  public func location(row: Int, column: Int) -> SourceLocation {
    CSVScanner.location(
      cells[row * columns.count + column], line: Int(lines[row]), lineStart: Int(starts[row]),
      bytes: bytes, file: file)
  }

  /// The row as a whole.
  public func location(row: Int) -> SourceLocation {
    SourceLocation(file: file, line: Int(lines[row]), column: 1)
  }

  /// A cell as a decimal number without unit, read in place; nil when it is not one.
  public func number(row: Int, column: Int) -> Double? {
    Double(text(row: row, column: column)).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func column(_ text: String, at location: SourceLocation) -> Column {
    if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      let unit = text[text.index(after: open)...].dropLast()
      return Column(
        name: String(text[..<open]).trimmedSpaces, unit: String(unit).trimmedSpaces,
        location: location)
    }
    return Column(name: text, unit: nil, location: location)
  }

  private func reportDuplicates(_ sink: DiagnosticSink) {
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.name).inserted {
      sink.error(
        Code.duplicateKey, "the table has two columns '\(column.name)'", at: column.location)
    }
  }
}

extension String {
  /// Without spaces and tabs around.
  var trimmedSpaces: String {
    guard let first = utf8.first, let last = utf8.last,
      first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09
    else { return self }
    var view = self[...]
    while let head = view.first, head == " " || head == "\t" { view = view.dropFirst() }
    while let tail = view.last, tail == " " || tail == "\t" { view = view.dropLast() }
    return String(view)
  }
}
