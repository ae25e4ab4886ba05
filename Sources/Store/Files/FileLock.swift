internal import Foundation
private import Synchronization

/// The right to write to a file, held by one process at a time and let go by the system when it ends.
final class FileLock: Sendable {
  private let descriptor: Atomic<Int32>

  /// Makes the file if there is none.
  ///
  /// - Throws: ``StudyError/busy`` if another process holds it.
  init(_ path: String) throws(StudyError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw .notWritten(reason: String(cString: strerror(errno))) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      Foundation.close(opened)
      if reason == EWOULDBLOCK { throw .busy }
      throw .notWritten(reason: String(cString: strerror(reason)))
    }
    descriptor = Atomic(opened)
  }

  /// Closing any descriptor of a file drops the locks that SQLite has on it: close the database first.
  func release() {
    let held = descriptor.exchange(-1, ordering: .relaxed)
    if held >= 0 { Foundation.close(held) }
  }

  deinit { release() }
}
