/// The texts that diagnostics point into, by file name, in the order in which they were read.
public struct SourceFiles: Sendable {
  private struct Entry: Sendable {
    var text: [UInt8]
    var lineStarts: [Int]
  }

  private var order: [String] = []
  private var entries: [String: Entry] = [:]

  public init() {}

  public var names: [String] { order }

  /// Keeps `bytes` (UTF-8) under `file`; a second text under the same name is ignored.
  ///
  /// Lines end at LF, CR LF or CR.
  public mutating func add(_ file: String, bytes: [UInt8]) {
    guard entries[file] == nil else { return }
    var starts = [0]
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A {
        starts.append(index + 1)
      } else if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
        starts.append(index + 1)
      }
      index += 1
    }
    order.append(file)
    entries[file] = Entry(text: bytes, lineStarts: starts)
  }

  public mutating func add(_ file: String, text: String) {
    add(file, bytes: Array(text.utf8))
  }

  /// Position in reading order; unknown files rank behind all known ones.
  func rank(of file: String) -> Int {
    order.firstIndex(of: file) ?? order.count
  }

  /// The text of a line [from 1] without its end, or nil if there is none.
  public func line(_ number: Int, of file: String) -> String? {
    guard let entry = entries[file], number >= 1, number <= entry.lineStarts.count else {
      return nil
    }
    let start = entry.lineStarts[number - 1]
    var end = number < entry.lineStarts.count ? entry.lineStarts[number] : entry.text.count
    while end > start, entry.text[end - 1] == 0x0A || entry.text[end - 1] == 0x0D { end -= 1 }
    var bytes = entry.text[start..<end]
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
