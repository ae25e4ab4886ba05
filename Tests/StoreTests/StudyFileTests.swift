import Experiments
import DiscreteEvent
import Foundation
import Statistics
import Store
import Testing

private struct Sums: ReplicationTotals {
  var numbers: [Int64]
  mutating func add(_ other: any ReplicationTotals) {
    for (index, number) in other.numbers.enumerated() { numbers[index] += number }
  }
}

/// A study of two points, and what is done to it.
@Suite struct StudyFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ploy-\(UUID())").path
  var path: String { folder + "/study.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  static func content(seed: String = "7") -> StudyContent {
    let responses = [
      ResponseDefinition(
        name: "cost", unit: "USD", goal: .lowerIsBetter, isPrimary: true, source: .ratio(0)),
      ResponseDefinition(
        name: "p90", unit: "h", goal: .lowerIsBetter, source: .quantile(sketch: 0, p: 0.9)),
      ResponseDefinition(name: "seen", unit: "1", goal: .neutral, source: .ratio(1)),
    ]
    return StudyContent(
      request: ["seed": seed], facts: ["version": "1"],
      inputs: [.init(role: "scenario", name: "a.yaml", sha256: "0", bytes: [1, 2, 3])],
      points: ["a", "b"].map {
        .init(
          strategy: $0, responses: responses,
          totals: [.init(name: "orders", unit: "1", count: 2)])
      })
  }

  static func result(_ point: Int, _ replication: Int) -> ReplicationResult {
    var sketch = QuantileSketch()
    for x in 1...20 { sketch.insert(Double(x * (point + 1)) + Double(replication) / 7) }
    var result = ReplicationResult(
      ratios: [
        Ratio(numerator: Double(replication) / 3, denominator: 7),
        replication % 2 == 0
          ? Ratio(numerator: 0, denominator: 0) : Ratio(numerator: 1, denominator: 2),
      ], sketches: [sketch], entities: 10, events: 100,
      fingerprint: UInt64.max - UInt64(replication))
    result.totals = Sums(numbers: [Int64(replication), -1])
    return result
  }

  func write(_ replications: Range<Int>, resumes: Bool = false) throws {
    let file = try StudyFile.write(path, Self.content(), resumes: resumes)
    defer { file.close() }
    let writer = try StudyWriter(
      file, facts: ["host": "here"], threads: 1,
      totals: try file.totals().map { $0.map { Sums(numbers: $0) } })
    for replication in replications {
      for point in 0..<2 where writer.result(point: point, replication: replication) == nil {
        try writer.keep(Self.result(point, replication), point: point, replication: replication)
      }
    }
    try writer.flush()
  }

  @Test func `runs come back as they were kept`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(0..<5)
    let file = try StudyFile.read(path)
    defer { file.close() }
    #expect(file.content == Self.content())
    let stored = try file.stored()
    #expect(stored.count == 10)
    #expect(stored.complete == 5)
    for replication in 0..<5 {
      for point in 0..<2 {
        let kept = try #require(stored.result(point: point, replication: replication))
        let expected = Self.result(point, replication)
        #expect(kept.ratios == expected.ratios)
        #expect(kept.sketches == expected.sketches)
        #expect(kept.fingerprint == expected.fingerprint)
      }
    }
    #expect(try file.totals() == [[10, -5], [10, -5]])
    #expect(try file.sessions().map(\.runs) == [10])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["study.sqlite"])
  }

  @Test func `a study goes on where it stopped and with nothing else`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(0..<2)
    #expect(throws: StudyError.exists(runs: 4)) { try write(0..<4) }
    #expect(throws: StudyError.differs(["seed: the study has 7, asked for is 8"])) {
      _ = try StudyFile.write(path, Self.content(seed: "8"), resumes: true)
    }
    try write(0..<4, resumes: true)
    let file = try StudyFile.read(path)
    #expect(try file.stored().complete == 4)
    #expect(try file.totals() == [[6, -4], [6, -4]])
    #expect(try file.sessions().map(\.runs) == [4, 4])
  }

  /// Every life ends as by kill -9, with one run in the file and without the last sums.
  @Test(.timeLimit(.minutes(1))) func `a process that is always killed soon gets done`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var lives = 0
    while lives < 9 {
      let file = try StudyFile.write(path, Self.content(), resumes: true)
      defer { file.close() }
      let writer = try StudyWriter(
        file, facts: [:], threads: 1,
        totals: try file.totals().map { $0.map { Sums(numbers: $0) } })
      let open = (0..<6).first { writer.result(point: $0 % 2, replication: $0 / 2) == nil }
      guard let open else { break }
      lives += 1
      try writer.keep(Self.result(open % 2, open / 2), point: open % 2, replication: open / 2)
      let end = ContinuousClock.now + .seconds(2)
      while writer.storedCount < lives && ContinuousClock.now < end { usleep(2000) }
    }
    #expect(lives == 6)
    let file = try StudyFile.read(path)
    defer { file.close() }
    #expect(try file.stored().complete == 3)
    #expect(try file.totals() == [[3, -3], [3, -3]])
  }

  @Test func `a second writer is refused and readers are not`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try StudyFile.write(path, Self.content(), resumes: false)
    defer { file.close() }
    #expect(throws: StudyError.busy) {
      _ = try StudyFile.write(path, Self.content(), resumes: true)
    }
    #expect(try StudyFile.read(path).stored().count == 0)
  }

  @Test func `files that are no studies are told apart and left alone`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let texts = [
      "not a database, but long enough to have a header of a hundred bytes or more ........................",
      "x",
    ]
    for text in texts {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      for resumes in [false, true] {
        #expect(throws: StudyError.foreign(reason: "it is not a SQLite file")) {
          _ = try StudyFile.write(path, Self.content(), resumes: resumes)
        }
      }
      #expect(throws: StudyError.self) { _ = try StudyFile.read(path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test func `a study cut short or with wrong bytes is an error and never a crash`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(0..<3)
    let whole = try Data(contentsOf: URL(filePath: path))
    func outcome(_ bytes: Data) throws -> Int? {
      try bytes.write(to: URL(filePath: path))
      do {
        let file = try StudyFile.read(path)
        defer { file.close() }
        _ = try file.totals()
        _ = try file.sessions()
        return try file.stored().count
      } catch { return nil }
    }
    for size in stride(from: 0, to: whole.count, by: 997) {
      #expect(try outcome(whole.prefix(size)) == nil)
    }
    var state: UInt64 = 1
    for _ in 0..<300 {
      var bytes = whole
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 20) | 1
      let count = try outcome(bytes)
      // What is not noticed has changed nothing of the runs.
      #expect(count == nil || count == 6)
    }
  }
}
