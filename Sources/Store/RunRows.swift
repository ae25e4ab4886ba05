internal import Experiments
internal import Foundation
internal import GRDB
private import GRDBSQLite

/// Statements that write runs, bound by hand: a run has hundreds of values.
struct RunRows {
  private let run: Statement
  private let value: Statement
  private let sketch: Statement

  init(_ db: Database) throws {
    run = try db.cachedStatement(sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    value = try db.cachedStatement(sql: "INSERT INTO value VALUES (?, ?, ?, ?)")
    sketch = try db.cachedStatement(sql: "INSERT INTO sketch VALUES (?, ?, ?)")
  }

  func insert(_ record: RunRecord) throws {
    try run.execute(arguments: [
      record.id, record.point, record.replication, record.status, record.entities, record.events,
      Int64(bitPattern: record.fingerprint), Int64(bitPattern: record.digest),
    ])
    let raw = value.sqliteStatement
    for (response, ratio) in record.values.enumerated() {
      guard let ratio else { continue }
      sqlite3_bind_int64(raw, 1, record.id)
      sqlite3_bind_int64(raw, 2, Int64(response))
      sqlite3_bind_double(raw, 3, ratio.numerator)
      sqlite3_bind_double(raw, 4, ratio.denominator)
      let code = sqlite3_step(raw)
      sqlite3_reset(raw)
      guard code == SQLITE_DONE else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
    for (ordinal, bytes) in record.sketches.enumerated() {
      try sketch.execute(arguments: [record.id, ordinal, Data(bytes)])
    }
  }
}
