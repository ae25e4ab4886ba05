internal import Experiments
internal import Foundation
internal import GRDB

/// A study in its file.
public final class StudyFile: Sendable {
  public let path: String
  public let content: StudyContent
  let queue: DatabaseQueue
  private let lock: FileLock?

  private init(_ path: String, _ content: StudyContent, _ queue: DatabaseQueue, _ lock: FileLock?) {
    self.path = path
    self.content = content
    self.queue = queue
    self.lock = lock
  }

  /// Opens a study to read it, also while another process writes to it.
  public static func read(_ path: String) throws(StudyError) -> StudyFile {
    let header = try FileHeader(path)
    guard !header.isEmpty else { throw .foreign(reason: "it is empty") }
    return try studying {
      let queue = try connect(path, isReadOnly: true)
      guard let content = try queue.read({ try StudyContent.fetch($0) }) else {
        throw StudyError.foreign(reason: "nothing was stored in it yet")
      }
      return StudyFile(path, content, queue, nil)
    }
  }

  /// Begins a study, or goes on with one that has the same content.
  ///
  /// - Throws: ``StudyError/busy`` if another process writes to it, ``StudyError/exists(runs:)`` if it
  ///   may not be gone on with, ``StudyError/differs(_:)`` if it is about something else.
  public static func write(_ path: String, _ content: StudyContent, resumes: Bool)
    throws(StudyError) -> StudyFile
  {
    if access(path, F_OK) == 0 { _ = try FileHeader(path) }
    let lock = try FileLock(path)
    let header = try FileHeader(path)
    return try studying(writing: true) {
      let queue = try connect(path, isReadOnly: false)
      let known = header.isEmpty ? nil : try queue.read { try StudyContent.fetch($0) }
      if let known {
        guard resumes else {
          let runs = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") }
          throw StudyError.exists(runs: runs ?? 0)
        }
        let differences = known.differences(from: content)
        guard differences.isEmpty else { throw StudyError.differs(differences) }
      } else {
        try queue.write { try content.insert($0) }
      }
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      }
      return StudyFile(path, known ?? content, queue, lock)
    }
  }

  /// Lets go of the file, which is then one file without companions.
  public func close() {
    if lock != nil {
      try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
    try? queue.close()
    lock?.release()
  }

  private static func connect(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Number of a run: replication by replication, and within one point by point.
  func id(point: Int, replication: Int) -> Int64 {
    Int64(replication) * Int64(content.points.count) + Int64(point)
  }
}
