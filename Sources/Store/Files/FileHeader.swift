internal import Foundation

/// What the first bytes of a file say, read before SQLite is trusted with it.
struct FileHeader {
  var isEmpty: Bool

  init(_ path: String) throws(StudyError) {
    guard let file = fopen(path, "rb") else {
      throw .missing(reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .foreign(reason: "it is not a plain file")
    }
    let size = Int(status.st_size)
    isEmpty = size == 0
    // A transaction that was cut off is put right by SQLite.
    if isEmpty || Self.size(of: path + "-journal") > 0 { return }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard fread(&bytes, 1, 100, file) == 100,
      bytes.starts(with: StudyFormat.beginning)
    else { throw .foreign(reason: "it is not a SQLite file") }
    func number(_ place: Int) -> UInt32 {
      bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(68) == UInt32(StudyFormat.applicationID) else {
      throw .foreign(reason: "it is a database of another program")
    }
    guard number(60) == UInt32(StudyFormat.version) else {
      throw .foreign(
        reason: "it has version \(number(60)) of the format, not \(StudyFormat.version)")
    }
    let page = Int(bytes[16]) << 8 | Int(bytes[17])
    if Self.size(of: path + "-wal") == 0, size < (page == 1 ? 65536 : page) * Int(number(28)) {
      throw .damaged(reason: "its end is missing")
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
