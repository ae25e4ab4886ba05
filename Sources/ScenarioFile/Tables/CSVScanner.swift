internal import Diagnostics

/// Walks over the bytes of a table and finds where its cells lie.
struct CSVScanner {
  struct Row {
    var cells: [CSVTable.Cell]
    var line: Int
    var start: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private let sink: DiagnosticSink
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8], from start: Int, file: String, sink: DiagnosticSink) {
    self.bytes = bytes
    self.file = file
    self.sink = sink
    position = start
  }

  /// The next row that is not empty.
  mutating func row() -> Row? {
    var cells: [CSVTable.Cell] = []
    let source = bytes
    return source.withUnsafeBufferPointer { buffer in
      skipEmptyLines(buffer)
      guard position < buffer.count else { return nil }
      let (line, start) = (line, position)
      scan(buffer, into: &cells)
      return Row(cells: cells, line: line, start: start)
    }
  }

  /// All further rows of `width` cells, flat; others are reported.
  mutating func rows(width: Int) -> (cells: [CSVTable.Cell], lines: [UInt32], starts: [UInt32]) {
    var cells: [CSVTable.Cell] = []
    var lines: [UInt32] = []
    var starts: [UInt32] = []
    let source = bytes
    source.withUnsafeBufferPointer { buffer in
      while true {
        skipEmptyLines(buffer)
        guard position < buffer.count else { return }
        let (line, start, before) = (line, position, cells.count)
        let errors = sink.errorCount
        scan(buffer, into: &cells)
        let count = cells.count - before
        guard count == width else {
          cells.removeLast(count)
          // A row that ends in a wrong place because of its quotes is wrong once.
          if sink.errorCount == errors { reportRagged(line: line, count: count, width: width) }
          continue
        }
        lines.append(UInt32(line))
        starts.append(UInt32(start))
      }
    }
    return (cells, lines, starts)
  }

  private mutating func skipEmptyLines(_ buffer: UnsafeBufferPointer<UInt8>) {
    while position < buffer.count {
      if buffer[position] == 0x0A {
        position += 1
        line += 1
      } else if buffer[position] == 0x0D {
        position += 1
        if position == buffer.count || buffer[position] != 0x0A { line += 1 }
      } else {
        return
      }
    }
  }

  /// Appends the cells of the row that starts here and moves behind its end.
  private mutating func scan(
    _ buffer: UnsafeBufferPointer<UInt8>, into cells: inout [CSVTable.Cell]
  ) {
    while true {
      var lead = position
      while lead < buffer.count, buffer[lead] == 0x20 { lead += 1 }
      if lead < buffer.count, buffer[lead] == 0x22 {
        position = lead
        quoted(buffer, into: &cells)
      } else {
        let start = position
        while position < buffer.count {
          let byte = buffer[position]
          if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
          position += 1
        }
        cells.append(.init(start: UInt32(start), end: UInt32(position), isQuoted: false))
      }
      guard position < buffer.count, buffer[position] == 0x2C else { break }
      position += 1
    }
    if position < buffer.count, buffer[position] == 0x0D { position += 1 }
    if position < buffer.count, buffer[position] == 0x0A {
      position += 1
      line += 1
    } else if position < buffer.count {
      line += 1  // a lone CR
    }
  }

  /// A cell in quotes; what stands between the closing quote and the comma is reported.
  private mutating func quoted(
    _ buffer: UnsafeBufferPointer<UInt8>, into cells: inout [CSVTable.Cell]
  ) {
    let openLine = line
    let open = position
    position += 1
    while position < buffer.count {
      let byte = buffer[position]
      if byte == 0x22 {
        if position + 1 < buffer.count, buffer[position + 1] == 0x22 {
          position += 2
          continue
        }
        break
      }
      if byte == 0x0A { line += 1 }
      position += 1
    }
    cells.append(.init(start: UInt32(open + 1), end: UInt32(position), isQuoted: true))
    guard position < buffer.count else {
      report("a quote is never closed", line: openLine)
      return
    }
    position += 1
    let after = position
    while position < buffer.count {
      let byte = buffer[position]
      if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
      position += 1
    }
    if buffer[after..<position].contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      report("text stands behind a closing quote", line: line)
    }
  }

  private func report(_ message: String, line: Int) {
    sink.error(
      Code.tableSyntax, message, at: SourceLocation(file: file, line: line),
      help: ["a quote inside a quoted cell is written twice"])
  }

  private func reportRagged(line: Int, count: Int, width: Int) {
    sink.error(
      Code.raggedRow, "this row has \(count) cells, the header has \(width)",
      at: SourceLocation(file: file, line: line),
      help: count > width ? ["quote a cell that holds a comma"] : [])
  }

  static func text(_ cell: CSVTable.Cell, _ bytes: [UInt8]) -> String {
    let slice = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.isQuoted, slice.contains(0x22) else { return String(decoding: slice, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var index = slice.startIndex
    while index < slice.endIndex {
      plain.append(slice[index])
      index += slice[index] == 0x22 ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The place of a cell's text; a line break within a quoted cell before it moves the line on.
  static func location(
    _ cell: CSVTable.Cell, line: Int, lineStart: Int, bytes: [UInt8], file: String
  ) -> SourceLocation {
    var line = line
    var start = lineStart
    var first = Int(cell.start)
    var last = Int(cell.end)
    if first > start {
      for index in start..<first where bytes[index] == 0x0A {
        line += 1
        start = index + 1
      }
    }
    while first < last, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
    while last > first, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    let text = bytes[first..<last].prefix { $0 != 0x0A && $0 != 0x0D }
    return SourceLocation(
      file: file, line: line, column: 1 + scalars(bytes[start..<max(start, first)]),
      length: max(1, scalars(text)))
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
