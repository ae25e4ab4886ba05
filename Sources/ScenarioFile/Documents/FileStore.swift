public import Diagnostics
internal import Foundation

/// Reads the files of one scenario, each once, and remembers what was read.
///
/// A reference that belongs to one thread, like the sink beside it.
public final class FileStore {
  /// A file as read, for fingerprints and for keeping beside the results.
  public struct LoadedFile: Sendable {
    public enum Role: String, Hashable, Sendable {
      case scenario, preset, table
    }
    public var role: Role
    /// As messages name it: the path relative to where the user stands, or `preset:NAME`.
    public var name: String
    public var bytes: [UInt8]

    public init(role: Role, name: String, bytes: [UInt8]) {
      self.role = role
      self.name = name
      self.bytes = bytes
    }
  }

  public private(set) var files: [LoadedFile] = []
  public private(set) var sources = SourceFiles()
  let limits: Limits
  private var tables: [String: CSVTable?] = [:]
  /// Files that stand for those on the disk; nil: the disk's are read.
  private let kept: [String: LoadedFile]?

  public init(limits: Limits = .standard) {
    self.limits = limits
    kept = nil
  }

  /// Reads from files that were kept, and nothing else.
  init(kept: [LoadedFile], limits: Limits) {
    self.limits = limits
    self.kept = Dictionary(kept.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a regular file, or a diagnostic about why there are none.
  ///
  /// - Parameter written: The path as the user wrote it, where that differs.
  func read(
    _ path: String, written: String? = nil, role: LoadedFile.Role, wantedAt place: SourceLocation?
  ) throws(Diagnostic) -> [UInt8] {
    if let known = files.first(where: { $0.name == path }) { return known.bytes }
    let location = place ?? SourceLocation(file: path)
    if let kept {
      guard let file = kept[path] else {
        throw Diagnostic(
          Code.missingFile, "no file '\(path)' was kept", at: location, subject: .input)
      }
      add(path, bytes: file.bytes, role: role)
      return file.bytes
    }
    let limit = role == .table ? limits.tableBytes : limits.yamlBytes
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(
        Code.missingFile, "no file '\(path)'", at: location,
        suggestion: neighbor(of: path, written: written ?? path),
        subject: .input)
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    guard !isFolder.boolValue, attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw Diagnostic(
        Code.unreadableFile, "'\(path)' is not a plain file", at: location, subject: .input)
    }
    if let size = (attributes?[.size] as? NSNumber)?.intValue, size > limit {
      throw Self.tooLarge(path, size, limit, location)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        Code.unreadableFile, "'\(path)' cannot be read", at: location,
        help: ["check the permissions of the file"], subject: .input)
    }
    guard data.count <= limit else { throw Self.tooLarge(path, data.count, limit, location) }
    let bytes = [UInt8](data)
    add(path, bytes: bytes, role: role)
    return bytes
  }

  func add(_ name: String, bytes: [UInt8], role: LoadedFile.Role) {
    guard !files.contains(where: { $0.name == name }) else { return }
    files.append(LoadedFile(role: role, name: name, bytes: bytes))
    sources.add(name, bytes: bytes)
  }

  /// The table in a file; nil (reported once) when it cannot be read.
  public func table(
    _ path: String, written: String? = nil, wantedAt place: SourceLocation?, sink: DiagnosticSink
  ) -> CSVTable? {
    if let known = tables[path] { return known }
    var table: CSVTable?
    do {
      let bytes = try read(path, written: written, role: .table, wantedAt: place)
      table = CSVTable(bytes, file: path, sink: sink)
    } catch {
      sink.report(error)
    }
    tables[path] = .some(table)
    return table
  }

  private static func tooLarge(
    _ path: String, _ size: Int, _ limit: Int, _ location: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      Code.tooLarge, "'\(path)' has \(size >> 20) MiB; at most \(limit >> 20) MiB are read",
      at: location)
  }

  /// A file of the same folder whose name is nearly the one asked for, as the user would write it.
  private func neighbor(of path: String, written: String) -> String? {
    let folder = WrittenPath.folder(of: path)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    func stem(_ name: String) -> String {
      WrittenPath.stem(of: name)
    }
    let suffix = WrittenPath.suffix(of: path)
    let sorted = names.sorted { a, b in
      let (hasA, hasB) = (a.hasSuffix(suffix), b.hasSuffix(suffix))
      return hasA != hasB ? hasA : a < b
    }
    guard let near = Spelling.nearest(to: stem(path), among: sorted.map(stem)),
      let name = sorted.first(where: { stem($0) == near })
    else { return nil }
    let writtenFolder = WrittenPath.folder(of: written)
    return writtenFolder.isEmpty ? name : WrittenPath.join(writtenFolder, name)
  }
}

/// Paths as text; they stay relative to the folder in which the command runs.
enum Paths {
  /// `path` as seen from the folder of `file`.
  static func resolve(_ path: String, besides file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = WrittenPath.folder(of: file)
    if folder.isEmpty { return path }
    return normalized(WrittenPath.join(folder, path))
  }

  /// Without `.` and inner `..` parts.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
