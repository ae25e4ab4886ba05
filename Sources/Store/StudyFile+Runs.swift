public import Experiments
internal import Foundation
internal import GRDB
private import GRDBSQLite

extension StudyFile {
  /// All runs by their numbers, each checked against its digest.
  func records() throws(StudyError) -> [RunRecord] {
    try studying {
      try queue.read { db in
        var records = try Self.bareRecords(db, content)
        try Self.readValues(db, into: &records)
        try Self.readSketches(db, into: &records)
        return records.map(\.record)
      }.map { record in record }
    }
  }

  /// A record with what its row says its digest is.
  private typealias Checked = (record: RunRecord, digest: UInt64)

  private static func bareRecords(_ db: Database, _ content: StudyContent) throws -> [Checked] {
    var records: [Checked] = []
    let points = content.points
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, point, replication, status, entities, events, fingerprint, digest FROM run"
        + " ORDER BY id")
    while let row = try rows.next() {
      let point: Int = try row.decode(atIndex: 1)
      let replication: Int = try row.decode(atIndex: 2)
      let id: Int64 = try row.decode(atIndex: 0)
      guard points.indices.contains(point), (0..<1 << 40).contains(replication),
        id == Int64(replication) * Int64(points.count) + Int64(point)
      else { throw StudyError.damaged(reason: "run \(id) belongs to no design point") }
      let fingerprint: Int64 = try row.decode(atIndex: 6)
      let digest: Int64 = try row.decode(atIndex: 7)
      let record = RunRecord(
        id: id, point: point, replication: replication, status: try row.decode(atIndex: 3),
        entities: try row.decode(atIndex: 4), events: try row.decode(atIndex: 5),
        fingerprint: UInt64(bitPattern: fingerprint),
        values: [Ratio?](repeating: nil, count: points[point].responses.count), sketches: [])
      records.append((record, UInt64(bitPattern: digest)))
    }
    return records
  }

  private static func readValues(_ db: Database, into records: inout [Checked]) throws {
    let statement = try db.makeStatement(
      sql: "SELECT run, response, numerator, denominator FROM value")
    let rows = try Row.fetchCursor(statement)
    let raw = statement.sqliteStatement
    let places = Dictionary(
      uniqueKeysWithValues: records.indices.map { (records[$0].record.id, $0) })
    // Rows are in the sequence in which they were written: run after run.
    var (last, found) = (Int64.min, Int?.none)
    while try rows.next() != nil {
      let run = sqlite3_column_int64(raw, 0)
      let response = Int(sqlite3_column_int64(raw, 1))
      if run != last { (last, found) = (run, places[run]) }
      guard let place = found, records[place].record.values.indices.contains(response),
        records[place].record.values[response] == nil
      else { throw StudyError.damaged(reason: "a value belongs to no run") }
      func number(_ column: Int32) -> Double {
        sqlite3_column_type(raw, column) == SQLITE_NULL
          ? .nan : sqlite3_column_double(raw, column)
      }
      records[place].record.values[response] = Ratio(
        numerator: number(2), denominator: number(3))
    }
  }

  private static func readSketches(_ db: Database, into records: inout [Checked]) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT run, ordinal, buckets FROM sketch ORDER BY run, ordinal")
    var place = 0
    while let row = try rows.next() {
      let run: Int64 = try row.decode(atIndex: 0)
      while place < records.count, records[place].record.id < run { place += 1 }
      guard place < records.count, records[place].record.id == run else {
        throw StudyError.damaged(reason: "a distribution belongs to no run")
      }
      records[place].record.sketches.append([UInt8](try row.decode(Data.self, atIndex: 2)))
    }
    for (record, digest) in records where record.digest != digest {
      throw StudyError.damaged(
        reason: "replication \(record.replication + 1) of design point \(record.point + 1) is not"
          + " what was stored")
    }
  }

  /// Sums over all runs of each point; nil where nothing was kept.
  public func totals() throws(StudyError) -> [[Int64]?] {
    try studying {
      var totals = [[Int64]?](repeating: nil, count: content.points.count)
      let rows = try queue.read { try Row.fetchAll($0, sql: "SELECT point, numbers FROM total") }
      for row in rows {
        let point: Int = try row.decode(atIndex: 0)
        let data: Data = try row.decode(atIndex: 1)
        guard totals.indices.contains(point), let numbers = WholeNumbers.decode(data),
          numbers.count == content.points[point].totals.reduce(0, { $0 + $1.count })
        else { throw StudyError.damaged(reason: "the series of a design point cannot be read") }
        totals[point] = numbers
      }
      return totals
    }
  }

  /// Runs that the sums lack, because the process ended in between.
  func unsummed() throws(StudyError) -> Set<Int64> {
    try studying {
      Set(try queue.read { try Int64.fetchAll($0, sql: "SELECT run FROM unsummed") })
    }
  }

  /// What the runs took, one entry per time the study was run.
  public func sessions() throws(StudyError) -> [StudySession] {
    try studying {
      try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM session ORDER BY id") }.map { row in
        let facts: String = try row.decode(atIndex: 1)
        return StudySession(
          facts: (try? JSONDecoder().decode([String: String].self, from: Data(facts.utf8))) ?? [:],
          runs: try row.decode(atIndex: 2),
          throughput: Throughput(
            entities: try row.decode(atIndex: 3), events: try row.decode(atIndex: 4),
            wallSeconds: try row.decode(atIndex: 5), cpuSeconds: try row.decode(atIndex: 6),
            peakMemoryMebibytes: try row.decode(atIndex: 7), threads: try row.decode(atIndex: 8)))
      }
    }
  }

  /// The runs of the study as results; what is not there stays missing.
  public func stored() throws(StudyError) -> StoredRuns { try StoredRuns(self) }
}

/// Runs that are read and not added to.
public struct StoredRuns: ReplicationStore {
  private let results: [Int64: ReplicationResult]
  private let points: Int
  /// Of the runs that sums lack.
  let digests: [Int64: UInt64]
  public var isReadOnly: Bool { true }

  init(_ file: StudyFile) throws(StudyError) {
    let plans = file.content.points.map { ValuePlan($0.responses) }
    var results: [Int64: ReplicationResult] = [:]
    var digests: [Int64: UInt64] = [:]
    let unsummed = try file.unsummed()
    for record in try file.records() {
      guard let result = record.result(plans[record.point]) else {
        throw .damaged(reason: "a distribution of run \(record.id) cannot be read")
      }
      results[record.id] = result
      if unsummed.contains(record.id) { digests[record.id] = record.digest }
    }
    self.digests = digests
    self.results = results
    points = file.content.points.count
  }

  public var count: Int { results.count }

  /// Replications from the first on that every point has.
  public var complete: Int {
    var count = 0
    while (0..<points).allSatisfy({ results[Int64(count * points + $0)] != nil }) { count += 1 }
    return count
  }

  public func result(point: Int, replication: Int) -> ReplicationResult? {
    results[Int64(replication) * Int64(points) + Int64(point)]
  }

  public func keep(_ result: ReplicationResult, point: Int, replication: Int)
    throws(ExperimentError)
  {}

  public func flush() throws(ExperimentError) {}
}
