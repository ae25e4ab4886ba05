internal import Experiments
internal import Foundation
internal import GRDB
private import GRDBSQLite

/// Statements that write runs, bound by hand: a run has hundreds of values.
struct RunRows {
  private let run: Statement
  private let sketch: Statement
  private let value: Statement
  private let values: Statement

  /// Values that one statement takes: what it costs to begin and end one is most of a row's price.
  private static let rowsAtOnce = 64

  init(_ db: Database) throws {
    run = try db.cachedStatement(sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    sketch = try db.cachedStatement(sql: "INSERT INTO sketch VALUES (?, ?, ?)")
    value = try db.cachedStatement(sql: "INSERT INTO value VALUES (?, ?, ?, ?)")
    let rows = [String](repeating: "(?, ?, ?, ?)", count: Self.rowsAtOnce).joined(separator: ", ")
    values = try db.cachedStatement(sql: "INSERT INTO value VALUES \(rows)")
  }

  /// Writes records; fastest in the order of their numbers.
  func insert(_ records: [RunRecord]) throws {
    for record in records {
      try run.execute(arguments: [
        record.id, record.point, record.replication, record.status, record.entities,
        record.events, Int64(bitPattern: record.fingerprint), Int64(bitPattern: record.digest),
      ])
      for (ordinal, bytes) in record.sketches.enumerated() {
        try sketch.execute(arguments: [record.id, ordinal, Data(bytes)])
      }
    }
    var rows: [Value] = []
    rows.reserveCapacity(records.reduce(0) { $0 + $1.values.count })
    for record in records {
      for (response, ratio) in record.values.enumerated() {
        guard let ratio else { continue }
        rows.append((record.id, Int64(response), ratio))
      }
    }
    let whole = rows.count - rows.count % Self.rowsAtOnce
    for first in stride(from: 0, to: whole, by: Self.rowsAtOnce) {
      try write(rows[first..<first + Self.rowsAtOnce], values)
    }
    for row in rows.indices[whole...] { try write(rows[row...row], value) }
  }

  private typealias Value = (run: Int64, response: Int64, ratio: Ratio)

  private func write(_ rows: ArraySlice<Value>, _ statement: Statement) throws {
    let raw = statement.sqliteStatement
    var place: Int32 = 0
    for row in rows {
      sqlite3_bind_int64(raw, place + 1, row.run)
      sqlite3_bind_int64(raw, place + 2, row.response)
      sqlite3_bind_double(raw, place + 3, row.ratio.numerator)
      sqlite3_bind_double(raw, place + 4, row.ratio.denominator)
      place += 4
    }
    let code = sqlite3_step(raw)
    sqlite3_reset(raw)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
