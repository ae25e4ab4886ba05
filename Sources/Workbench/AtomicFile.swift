internal import Foundation

/// Files that are there as a whole or not at all.
public enum AtomicFile {
  /// Writes beside `path` and renames, so that a reader never meets half a file and a failed
  /// write leaves the old one.
  ///
  /// Symbolic links are followed. What is not a regular file (a terminal, a pipe) is written to
  /// directly: it must not be replaced.
  public static func write(_ text: String, to path: String) throws(Failure) {
    try write(Array(text.utf8), to: path)
  }

  /// Bytes as they are.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotWrite(path: path, reason: "it is a folder")
    }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      try store(bytes, in: target, flags: O_WRONLY, reportedAs: path)
      return
    }
    let temporary = "\(target).\(getpid()).\(UInt32.random(in: 0 ... .max)).part"
    do throws(Failure) {
      try store(bytes, in: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, reportedAs: path)
      if exists { chmod(temporary, status.st_mode & 0o7777) }
      guard rename(temporary, target) == 0 else {
        throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Throws if a file could not be written to `path`, without touching what is there.
  public static func check(_ path: String) throws(Failure) {
    let target = resolved(path)
    var status = stat()
    if stat(target, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw .cannotWrite(path: path, reason: "it is a folder")
      }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    let folder = URL(filePath: target).deletingLastPathComponent().path
    guard access(folder, W_OK | X_OK) == 0 else { throw failure(path) }
  }

  private static func store(
    _ bytes: [UInt8], in file: String, flags: Int32, reportedAs path: String
  ) throws(Failure) {
    let descriptor = open(file, flags, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      rest = rest.dropFirst(written)
    }
    // Pipes and terminals cannot be synchronized, and need not be.
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS { throw failure(path) }
  }

  private static func failure(_ path: String) -> Failure {
    .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
