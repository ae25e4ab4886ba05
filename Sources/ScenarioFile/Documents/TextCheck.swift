internal import Diagnostics

/// Checks that bytes are text that the YAML reader may see.
enum TextCheck {
  /// The bytes without byte order mark, or nil after a report.
  static func text(_ bytes: [UInt8], file: String, sink: DiagnosticSink) -> ArraySlice<UInt8>? {
    func refuse(_ message: String, line: Int = 0, _ help: String) -> ArraySlice<UInt8>? {
      let place = SourceLocation(file: file, line: line)
      sink.error(Code.notText, message, at: place, help: [help])
      return nil
    }
    let help = "save the file as plain UTF-8 text"
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return refuse("the file is UTF-16, not UTF-8", help)
    }
    if let place = bytes.firstIndex(of: 0) {
      return refuse(
        "the file is not text: byte \(place + 1) is zero", line: line(place, bytes), help)
    }
    if let place = invalid(bytes) {
      return refuse("byte \(place + 1) is not UTF-8", line: line(place, bytes), help)
    }
    if let place = oddLineBreak(bytes) {
      return refuse(
        "an invisible line separator stands in this line", line: line(place, bytes),
        "replace the characters U+0085, U+2028 and U+2029 by spaces or plain line breaks")
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// Offset of the first byte that is not part of valid UTF-8.
  private static func invalid(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      let end = min(bytes.count, index + length)
      guard length == 1 || String(validating: bytes[index..<end], as: UTF8.self) != nil else {
        return index
      }
      index = end
    }
    return bytes.count - 1
  }

  /// YAML 1.1 breaks lines at these, editors do not: line numbers would disagree.
  private static func oddLineBreak(_ bytes: [UInt8]) -> Int? {
    bytes.indices.first { i in
      if bytes[i] == 0xC2 { return i + 1 < bytes.count && bytes[i + 1] == 0x85 }
      return bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80
        && (bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9)
    }
  }

  private static func line(_ offset: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
