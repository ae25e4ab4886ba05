internal import Experiments
internal import Foundation
internal import GRDB
internal import Statistics

extension StudyContent {
  /// Sets up the tables and writes what the study is about; inside a transaction.
  func insert(_ db: Database) throws {
    try db.execute(
      sql: "PRAGMA application_id = \(StudyFormat.applicationID);"
        + "PRAGMA user_version = \(StudyFormat.version);" + StudyFormat.schema)
    for (prefix, words) in [("request.", request), ("fact.", facts)] {
      for (key, value) in words.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: "INSERT INTO manifest VALUES (?, ?)", arguments: [prefix + key, value])
      }
    }
    for (id, input) in inputs.enumerated() {
      try db.execute(
        sql: "INSERT INTO input VALUES (?, ?, ?, ?, ?)",
        arguments: [id, input.role, input.name, input.sha256, Data(input.bytes)])
    }
    for (id, point) in points.enumerated() {
      try db.execute(
        sql: "INSERT INTO point VALUES (?, ?, ?)", arguments: [id, point.design, point.strategy])
      for (ordinal, response) in point.responses.enumerated() {
        var sketch: Int?
        var p: Double?
        if case .quantile(let index, let order) = response.source { (sketch, p) = (index, order) }
        try db.execute(
          sql: "INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            id, ordinal, response.name, response.unit, response.goal.rawValue, response.isPrimary,
            sketch, p,
          ])
      }
      for (ordinal, part) in point.totals.enumerated() {
        try db.execute(
          sql: "INSERT INTO total_part VALUES (?, ?, ?, ?, ?)",
          arguments: [id, ordinal, part.name, part.unit, part.count])
      }
    }
  }

  /// nil if nothing was written yet.
  static func fetch(_ db: Database) throws -> StudyContent? {
    guard try db.tableExists("manifest"), try db.tableExists("point") else { return nil }
    var content = StudyContent(request: [:], facts: [:], inputs: [], points: [])
    for row in try Row.fetchAll(db, sql: "SELECT key, value FROM manifest") {
      let key: String = try row.decode(atIndex: 0)
      let value: String = try row.decode(atIndex: 1)
      if key.hasPrefix("request.") { content.request[String(key.dropFirst(8))] = value }
      if key.hasPrefix("fact.") { content.facts[String(key.dropFirst(5))] = value }
    }
    for row in try Row.fetchAll(db, sql: "SELECT role, name, sha256, bytes FROM input ORDER BY id")
    {
      content.inputs.append(
        Input(
          role: try row.decode(atIndex: 0), name: try row.decode(atIndex: 1),
          sha256: try row.decode(atIndex: 2),
          bytes: [UInt8](try row.decode(Data.self, atIndex: 3))))
    }
    for row in try Row.fetchAll(db, sql: "SELECT id, design, strategy FROM point ORDER BY id") {
      let id: Int = try row.decode(atIndex: 0)
      guard id == content.points.count else {
        throw StudyError.damaged(reason: "a design point is missing")
      }
      content.points.append(
        Point(
          design: try row.decode(atIndex: 1), strategy: try row.decode(atIndex: 2),
          responses: try responses(db, of: id), totals: try parts(db, of: id)))
    }
    guard !content.points.isEmpty else {
      throw StudyError.damaged(reason: "it has no design points")
    }
    return content
  }

  private static func responses(_ db: Database, of point: Int) throws -> [ResponseDefinition] {
    var ratios = 0
    return try Row.fetchAll(
      db,
      sql: "SELECT name, unit, goal, is_primary, sketch, p FROM response WHERE point = ?"
        + " ORDER BY ordinal", arguments: [point]
    ).map { row in
      var source = ResponseDefinition.Source.ratio(ratios)
      if let sketch = try row.decode(Int?.self, atIndex: 4) {
        let p: Double = try row.decode(atIndex: 5)
        guard (0..<16).contains(sketch), p >= 0, p <= 1 else {
          throw StudyError.damaged(reason: "a quantile of no distribution")
        }
        source = .quantile(sketch: sketch, p: p)
      } else {
        ratios += 1
      }
      let goal = Goal(rawValue: try row.decode(String.self, atIndex: 2)) ?? .neutral
      return ResponseDefinition(
        name: try row.decode(atIndex: 0), unit: try row.decode(atIndex: 1), goal: goal,
        isPrimary: try row.decode(Bool.self, atIndex: 3) && goal != .neutral, source: source)
    }
  }

  private static func parts(_ db: Database, of point: Int) throws -> [TotalPart] {
    try Row.fetchAll(
      db, sql: "SELECT name, unit, count FROM total_part WHERE point = ? ORDER BY ordinal",
      arguments: [point]
    ).map { row in
      let count: Int = try row.decode(atIndex: 2)
      guard count >= 0, count < 1 << 24 else {
        throw StudyError.damaged(reason: "a series without length")
      }
      return TotalPart(
        name: try row.decode(atIndex: 0), unit: try row.decode(atIndex: 1), count: count)
    }
  }

  /// What sets another content apart from this one, a line each.
  public func differences(from other: StudyContent) -> [String] {
    var lines: [String] = []
    for key in Set(request.keys).union(other.request.keys).sorted() {
      let (mine, asked) = (request[key] ?? "not given", other.request[key] ?? "not given")
      if mine != asked { lines.append("\(key): the study has \(mine), asked for is \(asked)") }
    }
    let names =
      inputs.map(\.name)
      + other.inputs.map(\.name).filter { name in
        !inputs.contains { $0.name == name }
      }
    for name in names {
      let mine = inputs.first { $0.name == name }
      let asked = other.inputs.first { $0.name == name }
      switch (mine, asked) {
      case (nil, _): lines.append("\(name): the study was not made with this file")
      case (_, nil): lines.append("\(name): the study was made with this file too")
      default:
        if mine!.bytes != asked!.bytes { lines.append("\(name): the file has changed") }
      }
    }
    if lines.isEmpty, points != other.points {
      lines.append(
        "what is measured: the study was made by ploy \(facts["version"] ?? "of another version")")
    }
    return lines
  }
}
