internal import COpenSSL
public import Experiments
internal import Foundation
internal import GRDB

/// A stretch of the tasks of a plan, and what proves that it is whole.
public struct Shard: Sendable, Hashable {
  /// Digest of the plan.
  public var plan: String
  /// First and last task.
  public var first: Int
  public var last: Int
  /// SHA-256 over the digests of its runs, in the order of their numbers, and over its sums.
  public var sha256: String

  static let table = """
    CREATE TABLE IF NOT EXISTS shard (
      first INTEGER PRIMARY KEY, last INTEGER NOT NULL, plan TEXT NOT NULL, runs INTEGER NOT NULL,
      sha256 TEXT NOT NULL) STRICT
    """

  static func hash(_ records: [RunRecord], _ totals: [[Int64]?]) -> String {
    var bytes: [UInt8] = []
    for record in records {
      for word in [UInt64(bitPattern: record.id), record.digest] {
        withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
      }
    }
    for numbers in totals { bytes += numbers.map { WholeNumbers.encode($0) } ?? [0xff] }
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256(bytes, bytes.count, &digest)
    return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  func insert(_ db: Database, runs: Int) throws {
    try db.execute(sql: Self.table)
    try db.execute(
      sql: "INSERT INTO shard VALUES (?, ?, ?, ?, ?)", arguments: [first, last, plan, runs, sha256])
  }

  static func fetch(_ db: Database) throws -> [Shard] {
    guard try db.tableExists("shard") else { return [] }
    return try Row.fetchAll(db, sql: "SELECT plan, first, last, sha256 FROM shard ORDER BY first")
      .map { row in
        Shard(
          plan: try row.decode(atIndex: 0), first: try row.decode(atIndex: 1),
          last: try row.decode(atIndex: 2), sha256: try row.decode(atIndex: 3))
      }
  }
}

/// A result with where it belongs.
public struct TaskResult: Sendable {
  public var point: Int
  public var replication: Int
  public var result: ReplicationResult

  public init(point: Int, replication: Int, result: ReplicationResult) {
    self.point = point
    self.replication = replication
    self.result = result
  }
}

/// What one worker has done: a study of some tasks, written at once and under its name only when it is
/// whole.
public enum PartFile {
  /// Writes a part beside `path` and renames it: whoever finds it finds all of it.
  public static func write(
    _ path: String, _ content: StudyContent, plan: String, tasks: ClosedRange<Int>,
    _ results: [TaskResult]
  ) throws(StudyError) {
    let plans = content.points.map { ValuePlan($0.responses) }
    var totals = [(any ReplicationTotals)?](repeating: nil, count: content.points.count)
    var records: [RunRecord] = []
    for task in results {
      records.append(
        RunRecord(
          task.result, point: task.point, replication: task.replication,
          id: Int64(task.replication * content.points.count + task.point), plans[task.point]))
      guard let more = task.result.totals else { continue }
      if totals[task.point] == nil {
        totals[task.point] = more
      } else {
        totals[task.point]!.add(more)
      }
    }
    records.sort { $0.id < $1.id }
    let numbers = totals.map { $0?.numbers }
    let shard = Shard(
      plan: plan, first: tasks.lowerBound, last: tasks.upperBound,
      sha256: Shard.hash(records, numbers))
    let temporary =
      "\(path).\(ProcessInfo.processInfo.hostName).\(getpid()).\(UInt32.random(in: 0 ... .max)).part"
    do throws(StudyError) {
      try studying(writing: true) {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF") }
        let queue = try DatabaseQueue(path: temporary, configuration: configuration)
        try queue.write { db in
          try content.insert(db)
          try RunRows(db).insert(records)
          for (point, numbers) in numbers.enumerated() {
            guard let numbers else { continue }
            try db.execute(
              sql: "INSERT INTO total VALUES (?, ?)",
              arguments: [point, Data(WholeNumbers.encode(numbers))])
          }
          try shard.insert(db, runs: records.count)
        }
        try queue.close()
      }
      for name in [temporary] { try synchronize(name) }
      guard rename(temporary, path) == 0 else {
        throw .notWritten(reason: String(cString: strerror(errno)))
      }
      try synchronize(URL(filePath: path).deletingLastPathComponent().path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func synchronize(_ path: String) throws(StudyError) {
    let descriptor = Foundation.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .notWritten(reason: String(cString: strerror(errno))) }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .notWritten(reason: String(cString: strerror(errno)))
    }
  }

  /// A part that has been checked from end to end.
  public struct Content: Sendable {
    public let shard: Shard
    let records: [RunRecord]
    let totals: [[Int64]?]
  }

  /// Reads a part and checks that it is whole, of this plan and of these tasks.
  ///
  /// - Parameter task: Number of a task in the plan.
  public static func read(
    _ path: String, plan: String, of content: StudyContent,
    task: (_ point: Int, _ replication: Int) -> Int
  ) throws(StudyError) -> Content {
    let file = try StudyFile.read(path)
    defer { file.close() }
    let shards = try studying { try file.queue.read { try Shard.fetch($0) } }
    guard shards.count == 1, let shard = shards.first else {
      throw .foreign(reason: "it is not a part of a plan")
    }
    guard shard.plan == plan else { throw .foreign(reason: "it is a part of another plan") }
    let records = try file.records()
    let totals = try file.totals()
    guard file.content == content, shard.first <= shard.last,
      records.count == shard.last - shard.first + 1,
      records.allSatisfy({ (shard.first...shard.last).contains(task($0.point, $0.replication)) }),
      shard.sha256 == Shard.hash(records, totals)
    else { throw .damaged(reason: "it is not what its worker wrote") }
    return Content(shard: shard, records: records, totals: totals)
  }
}

extension StudyFile {
  public func shards() throws(StudyError) -> [Shard] {
    try studying { try queue.read { try Shard.fetch($0) } }
  }

  /// Takes a part in, all of it or nothing; a part that is there already does nothing.
  ///
  /// - Returns: Whether it was new.
  /// - Throws: ``StudyError/damaged(reason:)`` if the same tasks are there with other results.
  public func collect(_ part: PartFile.Content) throws(StudyError) -> Bool {
    let known = try shards()
    if let twin = known.first(where: { $0.first == part.shard.first && $0.last == part.shard.last })
    {
      guard twin == part.shard else {
        throw .damaged(reason: "the same tasks came out differently before")
      }
      return false
    }
    guard !known.contains(where: { $0.first <= part.shard.last && part.shard.first <= $0.last })
    else {
      throw .damaged(reason: "some of its tasks are there already, from a part with other bounds")
    }
    var sums = try totals()
    for (point, numbers) in part.totals.enumerated() {
      guard let numbers else { continue }
      if let before = sums[point] {
        sums[point] = zip(before, numbers).map { $0 &+ $1 }
      } else {
        sums[point] = numbers
      }
    }
    return try studying(writing: true) {
      try queue.write { db in
        try RunRows(db).insert(part.records)
        for (point, numbers) in sums.enumerated() where part.totals[point] != nil {
          try db.execute(
            sql: "INSERT OR REPLACE INTO total VALUES (?, ?)",
            arguments: [point, Data(WholeNumbers.encode(numbers!))])
        }
        try part.shard.insert(db, runs: part.records.count)
      }
      return true
    }
  }
}
