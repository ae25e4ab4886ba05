import Dispatch
import Foundation
import Synchronization
import Testing
import Workbench

@testable import ploy

/// Comparisons in parts: planned, run, collected.
@Suite struct ShardTests {
  /// Two strategies, ten replications of each.
  private static let text =
    SmallScenario.text + """

        other:
          facilities:
            fc:
              kind: fulfillment_center
              sites: [{name: annex, x: 0 km, y: 2 km}]
              pick: {time: exponential(3 min), servers: 2, wage: 20 USD/h}
          paths: [{from: fc, last_mile: carrier}]
          last_mile: {carrier: {kind: parcel_carrier}}
          sourcing: [{from: fc}]
      """

  private let folder: Folder
  private var path: String { folder.path }

  init() throws { folder = try Folder(Self.text) }

  private func run(_ arguments: [String]) -> (code: Int32, output: String, errors: String) {
    let terminal = Terminal()
    let code = terminal.run(arguments)
    return (code, terminal.output, terminal.errors)
  }

  /// Runs a command that has to go well.
  @discardableResult
  private func output(_ arguments: String...) -> String {
    let ended = run(arguments)
    #expect(ended.code == 0, "\(arguments): \(ended.errors)")
    return ended.output
  }

  /// Runs a command that has to fail.
  private func fails(_ code: Int32, _ text: String, _ arguments: String...) {
    let ended = run(arguments)
    #expect(ended.code == code && ended.errors.contains(text), "\(arguments): \(ended)")
  }

  private func plan(_ shards: Int, _ name: String = "plan", seed: Int = 7) -> String {
    let file = "\(path)/\(name).json"
    output(
      "plan", path, "-r", "10", "--seed", "\(seed)", "--shards", "\(shards)", "--out", file)
    return file
  }

  private func part(_ plan: String, _ shard: Int, threads: Int = 1, _ name: String? = nil) -> String
  {
    let file = "\(path)/\(name ?? "part-\(shard)").sqlite"
    output(
      "shard", "--plan", plan, "--shard", "\(shard)", "--out", file, "--threads", "\(threads)", "-q"
    )
    return file
  }

  /// What a study found: every figure of every run, intervals and fingerprint.
  private func results(_ study: String) -> [String] {
    // But for how long it took.
    [
      output("export", study),
      output("export", study, "--format", "json").split(separator: "\n")
        .filter { !$0.contains("\"throughput\":") }.joined(separator: "\n"),
    ]
  }

  /// Results of a process that did it alone.
  private func whole() throws -> [String] {
    let study = path + "/whole.sqlite"
    var request = RunRequest(scenario: path, replications: 10, seed: 7)
    request.study = StudyTarget(path: study)
    _ = try UseCases.standard.compare(request, Monitor())
    return results(study)
  }

  @Test(arguments: [1, 3, 17])
  func `shards in any order, doubled, on any threads: the same results`(shards: Int) throws {
    let expected = try whole()
    #expect(expected[0].split(separator: "\n").count > 1000)
    let plan = plan(shards)
    let study = path + "/study.sqlite"
    var state: UInt64 = 5
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var parts: [String] = []
    for shard in 0..<shards {
      parts.insert(part(plan, shard, threads: [1, 2, 8][shard % 3]), at: random(parts.count + 1))
    }
    var left = Set(0..<shards)
    for file in parts {
      #expect(
        output("missing", "--plan", plan, "--into", study)
          == Sharding.ranges(left.sorted()) + "\n")
      let told = output("collect", "--plan", plan, "--into", study, file, file)
      #expect(told.contains(": 1 parts taken in, 0 known before"))
      left.remove(Int(file.split(separator: "-").last!.prefix { $0.isNumber })!)
      #expect(told.contains("missing shards") == !left.isEmpty)
    }
    #expect(results(study) == expected)
    let again = run(["collect", "--plan", plan, "--into", study] + parts + parts)
    #expect(again.code == 0)
    #expect(again.output == "\(study): 0 parts taken in, \(shards) known before\n")
    #expect(output("missing", "--plan", plan, "--into", study) == "\n")
    #expect(results(study) == expected)
    #expect(output("reproduce", study, "-q").contains("✓ 20 runs made again"))
    #expect(output("diff", study, path + "/whole.sqlite").hasPrefix("✓"))
  }

  @Test(arguments: [1, 2, 8])
  func `a part has the same bytes whoever writes it`(threads: Int) throws {
    let plan = plan(3)
    let one = try Data(contentsOf: URL(filePath: part(plan, 1)))
    let other = try Data(contentsOf: URL(filePath: part(plan, 1, threads: threads, "twin")))
    #expect(one == other && one.count > 10_000)
  }

  @Test func `twins that write one part at the same moment do no harm`() throws {
    let expected = try whole()
    let plan = plan(1)
    let parts = path + "/parts"
    for _ in 0..<3 {
      try? FileManager.default.removeItem(atPath: parts)
      try FileManager.default.createDirectory(atPath: parts, withIntermediateDirectories: true)
      let failures = Mutex([String]())
      DispatchQueue.concurrentPerform(iterations: 4) { twin in
        do throws(Failure) {
          _ = try Sharding.run(
            plan: plan, shard: 0, tasks: nil, to: parts + "/0.sqlite", threads: twin % 2 + 1,
            Monitor())
        } catch {
          failures.withLock { $0.append(error.text(isColored: false, columns: 96)) }
        }
      }
      #expect(failures.withLock { $0 } == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: parts) == ["0.sqlite"])
      let study = path + "/study.sqlite"
      try? FileManager.default.removeItem(atPath: study)
      output("collect", "--plan", plan, "--into", study, parts + "/0.sqlite")
      #expect(results(study) == expected)
    }
  }

  @Test func `tasks in place of shards fill the same shards`() throws {
    let expected = try whole()
    let plan = plan(3)
    let study = path + "/study.sqlite"
    // Bounds of the shards are 0, 6, 13, 20.
    for (tasks, left) in [("0-4", "0-2"), ("14-19", "0-2"), ("5-6", "1-2"), ("7-13", "")] {
      let file = "\(path)/\(tasks).sqlite"
      output("shard", "--plan", plan, "--tasks", tasks, "--out", file, "-q")
      output("collect", "--plan", plan, "--into", study, file)
      #expect(output("missing", "--plan", plan, "--into", study) == left + "\n")
    }
    #expect(results(study) == expected)
    fails(
      65, "some of its tasks are there already, from a part with other bounds",
      "collect", "--plan", plan, "--into", study, part(plan, 0))
  }

  @Test func `a bad part is refused, and nothing of it enters`() throws {
    let plan = plan(3)
    let study = path + "/study.sqlite"
    let good = part(plan, 0)
    let bytes = try Data(contentsOf: URL(filePath: good))
    let bad = path + "/bad.sqlite"
    func refused(_ reason: String, _ file: String) {
      fails(65, "error: \(file): \(reason)", "collect", "--plan", plan, "--into", study, file)
      #expect(output("missing", "--plan", plan, "--into", study) == "0-2\n")
    }
    for size in [bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(size).write(to: URL(filePath: bad))
      refused("", bad)
    }
    try Data("nothing".utf8).write(to: URL(filePath: bad))
    refused("it is not a SQLite file", bad)
    refused("No such file or directory", path + "/none.sqlite")
    refused("it is a part of another plan", part(self.plan(3, "other", seed: 8), 0, "stranger"))
    refused("it is a part of another plan", part(self.plan(17, "finer"), 0, "finer"))
    _ = try whole()
    refused("it is not a part of a plan", path + "/whole.sqlite")
    // Between good ones a bad one stays out alone.
    let mixed = run(["collect", "--plan", plan, "--into", study, good, bad, part(plan, 2)])
    #expect(mixed.code == 65)
    #expect(mixed.output == "\(study): 2 parts taken in, 0 known before; missing shards: 1\n")
    output("collect", "--plan", plan, "--into", study, part(plan, 1))
    #expect(results(study) == results(path + "/whole.sqlite"))
  }

  @Test func `no changed byte of a part gets in`() throws {
    let plan = plan(3)
    let whole = try Data(contentsOf: URL(filePath: part(plan, 0)))
    let bad = path + "/bad.sqlite"
    var state: UInt64 = 3
    var refused = 0
    for round in 0..<40 {
      var bytes = whole
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] ^= 1 << UInt8(round % 8)
      try bytes.write(to: URL(filePath: bad))
      let study = "\(path)/\(round).sqlite"
      let ended = run(["collect", "--plan", plan, "--into", study, bad])
      #expect(ended.code == 65 || ended.code == 0)
      if ended.code == 65 {
        refused += 1
        #expect(output("missing", "--plan", plan, "--into", study) == "0-2\n")
      } else {
        // What is not noticed was in no result: the part itself is known then.
        let known = output("collect", "--plan", plan, "--into", study, part(plan, 0))
        #expect(known == "\(study): 0 parts taken in, 1 known before; missing shards: 1-2\n")
      }
    }
    #expect(refused > 5)
  }

  @Test func `a bad plan is refused by everybody`() throws {
    let plan = plan(3)
    let good = part(plan, 0)
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let version = try #require(text.range(of: "\"version\":\""))
    let bad = path + "/bad.json"
    for (content, reason) in [
      ("{}", "not a plan"), ("", "not a plan"),
      (String(text.prefix(text.utf8.count / 2)), "not a plan"),
      (
        text.replacing("\"replications\":10", with: "\"replications\":11"),
        "the plan was changed after it was made"
      ),
      (
        text.replacingCharacters(in: version.upperBound..<version.upperBound, with: "9"),
        "the plan was changed after it was made"
      ),
    ] {
      #expect(content != text)
      try content.write(toFile: bad, atomically: true, encoding: .utf8)
      let study = path + "/study.sqlite"
      fails(65, reason, "shard", "--plan", bad, "--shard", "0", "--out", path + "/p.sqlite")
      fails(65, reason, "collect", "--plan", bad, "--into", study, good)
      fails(65, reason, "missing", "--plan", bad, "--into", study)
      fails(65, reason, "submit", "--plan", bad, "--into", study, "-q")
      for file in ["p.sqlite", "study.sqlite"] {
        #expect(!FileManager.default.fileExists(atPath: "\(path)/\(file)"))
      }
    }
    fails(66, "there is no such file", "missing", "--plan", path + "/none", "--into", good)
  }

  @Test func `wrong words are usage, full folders are told, and workers may try again`() throws {
    let plan = plan(3)
    let none = path + "/none/out"
    fails(64, "--shards is auto or 1 to 100000", "plan", path, "--shards", "0", "--out", none)
    fails(73, "cannot write \(none)", "plan", path, "-r", "2", "--shards", "2", "--out", none)
    fails(66, "no file", "plan", none, "--shards", "2", "--out", path + "/p.json")
    fails(
      64, "the plan has shards 0 to 2, not 3", "shard", "--plan", plan, "--shard", "3", "--out",
      none)
    fails(
      64, "the plan has tasks 0 to 19", "shard", "--plan", plan, "--tasks", "19-20", "--out", none)
    fails(64, "--tasks is two numbers", "shard", "--plan", plan, "--tasks", "5-3", "--out", none)
    fails(64, "give either --shard or --tasks", "shard", "--plan", plan, "--out", none)
    fails(75, "cannot write \(none)", "shard", "--plan", plan, "--shard", "0", "--out", none)
    fails(73, "cannot write \(none)", "collect", "--plan", plan, "--into", none, part(plan, 0))
    fails(
      64, "--engine is local, not dask", "submit", "--plan", plan, "--into", none, "--engine",
      "dask")
    _ = try whole()
    fails(
      64, "is a study of something else", "collect", "--plan", self.plan(3, "other", seed: 8),
      "--into", path + "/whole.sqlite", part(plan, 0))
  }

  @Test func `a part that is there is done, and a broken one is made again`() throws {
    let plan = plan(3)
    let file = part(plan, 2)
    let bytes = try Data(contentsOf: URL(filePath: file))
    func shard() -> String { run(["shard", "--plan", plan, "--shard", "2", "--out", file]).errors }
    #expect(shard() == "\(file) is done already\n")
    try bytes.prefix(5000).write(to: URL(filePath: file))
    #expect(shard() == "\(file): tasks 13 to 19\n")
    #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
  }

  @Test func `a study may be planned anew, without its folder`() throws {
    let expected = try whole()
    try FileManager.default.removeItem(atPath: path + "/scenario.yaml")
    let plan = path + "/plan.json"
    #expect(
      output("plan", path + "/whole.sqlite", "--shards", "2", "--out", plan)
        == "\(plan): 20 tasks in 2 shards\n")
    let study = path + "/study.sqlite"
    output("collect", "--plan", plan, "--into", study, part(plan, 0), part(plan, 1))
    #expect(results(study) == expected)
  }

  /// A worker in place of ploy that hands out parts made before, and ends as a test wants it.
  private func submit(_ plan: String, rounds: Int, worker: String) throws -> (
    Sharding.Collected, [String]
  ) {
    let program = path + "/worker"
    let script = """
      #!/bin/sh
      made=\(path)/part-$5.sqlite
      echo $5 >> \(path)/tried
      \(worker)
      cp $made $7
      """
    try script.write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let lines = Mutex([String]())
    let collected = try Sharding.submitLocally(
      plan: plan, into: path + "/study.sqlite", parts: path + "/parts", jobs: 2, rounds: rounds,
      program: program
    ) { line in lines.withLock { $0.append(line) } }
    return (collected, lines.withLock { $0 })
  }

  private func tried() throws -> [String] {
    try String(contentsOfFile: path + "/tried", encoding: .utf8).split(separator: "\n").map(
      String.init
    )
    .sorted()
  }

  @Test func `shards that were killed or ask for it are tried again`() throws {
    let expected = try whole()
    let plan = plan(3)
    for shard in 0..<3 { _ = part(plan, shard) }
    let (collected, lines) = try submit(
      plan, rounds: 3,
      worker: """
        if [ ! -e \(path)/seen-$5 ]; then
          touch \(path)/seen-$5
          [ $5 = 1 ] && kill -9 $$
          [ $5 = 2 ] && exit 75
        fi
        """)
    #expect(collected.missing == [] && collected.refused == [])
    #expect(
      lines == ["round 1: 1 of 3 shards collected", "round 2: 2 of 2 shards collected"])
    #expect(try tried() == ["0", "1", "1", "2", "2"])
    #expect(results(path + "/study.sqlite") == expected)
  }

  @Test func `what no further try mends is not tried again`() throws {
    let plan = plan(3)
    for shard in 0..<3 { _ = part(plan, shard) }
    do {
      _ = try submit(plan, rounds: 3, worker: "[ $5 = 1 ] && exit 65")
      Issue.record("went on")
    } catch let failure as Failure {
      #expect(failure.exitStatus == .badScenario)
      #expect(
        failure.text(isColored: false, columns: 96).contains(
          "a shard ended with 65, which another try does not mend"))
    }
    #expect(try tried() == ["0", "1", "2"])
    // What the others did is kept.
    #expect(output("missing", "--plan", plan, "--into", path + "/study.sqlite") == "1\n")
  }

  @Test func `rounds come to an end`() throws {
    let plan = plan(2)
    for shard in 0..<2 { _ = part(plan, shard) }
    let (collected, lines) = try submit(plan, rounds: 2, worker: "[ $5 = 1 ] && exit 75")
    #expect(collected.missing == [1])
    #expect(
      lines == ["round 1: 1 of 2 shards collected", "round 2: 0 of 1 shards collected"])
  }

  @Test func `two collectors: one waits for another time`() throws {
    let plan = plan(2)
    let parts = [part(plan, 0), part(plan, 1)]
    let codes = Mutex([Int32]())
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      let code = run(["collect", "--plan", plan, "--into", path + "/study.sqlite"] + parts).code
      codes.withLock { $0.append(code) }
    }
    let ended = codes.withLock { $0 }
    #expect(ended.contains(0) && ended.allSatisfy { $0 == 0 || $0 == 75 }, "\(ended)")
    #expect(try whole() == results(path + "/study.sqlite"))
  }
}
