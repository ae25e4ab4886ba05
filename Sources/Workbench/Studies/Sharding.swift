internal import Experiments
internal import Foundation
internal import Store
private import Synchronization

/// Runs that are spread over processes and machines: planned, run part by part, collected.
public enum Sharding {
  /// How long a shard shall take [s]; much longer than an engine's overhead.
  private static let shardSeconds = 120.0
  private static let shardsMaximum = 1000

  /// Makes a plan and writes it.
  ///
  /// - Parameter shards: nil: so many that each takes about two minutes of one processor.
  public static func plan(_ request: RunRequest, shards: Int?, to path: String) throws(Failure)
    -> ShardPlan
  {
    let run = try source(request)
    let plan = ShardPlan(run, shards: shards ?? estimate(run))
    try AtomicFile.write(plan.fileText, to: path)
    return plan
  }

  /// A scenario, or the one that a study keeps.
  private static func source(_ request: RunRequest) throws(Failure) -> PreparedRun {
    guard StudyPath.isStudy(request.scenario) else {
      return try PreparedRun(LoadedScenario(request.scenario), request, compares: true)
    }
    let file = try Studies.open(request.scenario)
    defer { file.close() }
    let run = try Studies.prepared(file.content, request.scenario)
    if run.request.isIndependent || run.request.precision != nil {
      throw .usage("a study with --independent or --precision cannot be planned")
    }
    return run
  }

  private static func estimate(_ run: PreparedRun) -> Int {
    let start = ContinuousClock.now
    for point in run.study.designPoints.indices {
      _ = run.study.replicate(point: point, replication: 0)
    }
    let taken = (ContinuousClock.now - start) / .seconds(1)
    let count = (taken * Double(run.plan.replications) / shardSeconds).rounded(.up)
    return max(1, min(shardsMaximum, Int(min(count, 1e6))))
  }

  /// Runs some tasks of a plan into a part.
  ///
  /// - Returns: What was done, in a line.
  public static func run(
    plan path: String, shard: Int?, tasks: ClosedRange<Int>?, to part: String, threads: Int,
    _ monitor: Monitor
  ) throws(Failure) -> String {
    let plan = try ShardPlan(file: path)
    if let shard, !(0..<plan.shardCount).contains(shard) {
      throw .usage("the plan has shards 0 to \(plan.shardCount - 1), not \(shard)")
    }
    let tasks = shard.map { plan.tasks(of: $0) } ?? tasks ?? 0...(plan.tasks - 1)
    guard tasks.lowerBound >= 0, tasks.upperBound < plan.tasks else {
      throw .usage("the plan has tasks 0 to \(plan.tasks - 1)")
    }
    let run = try plan.prepared(path)
    let content = run.content
    if let known = try? PartFile.read(part, plan: plan.digest, of: content, task: plan.task),
      known.shard.first == tasks.lowerBound, known.shard.last == tasks.upperBound
    {
      return "\(part) is done already"
    }
    let results = Mutex([TaskResult?](repeating: nil, count: tasks.count))
    let study = run.study
    let (replications, first, count) = (plan.replications, tasks.lowerBound, tasks.count)
    let cancellation = monitor.cancellation
    onThreads(threads, each: count, while: { !cancellation.isCancelled }) { place in
      let (point, replication) = (first + place).quotientAndRemainder(dividingBy: replications)
      let result = study.replicate(point: point, replication: replication)
      results.withLock {
        $0[place] = TaskResult(point: point, replication: replication, result: result)
      }
    }
    let finished = results.withLock { $0.compactMap { $0 } }
    guard finished.count == count else { throw .interrupted }
    do throws(StudyError) {
      try PartFile.write(part, content, plan: plan.digest, tasks: tasks, finished)
    } catch {
      throw .tryAgain("cannot write \(part): \(error.reason)")
    }
    return "\(part): tasks \(tasks.lowerBound) to \(tasks.upperBound)"
  }

  /// What a collection did.
  public struct Collected: Sendable {
    public var new = 0
    public var known = 0
    /// Parts that were refused, with why; nothing of them entered.
    public var refused: [String] = []
    /// Shards of the plan that the study still lacks.
    public var missing: [Int] = []
  }

  /// Takes parts into a study, each once, in the order of their tasks.
  public static func collect(plan path: String, into study: String, _ parts: [String])
    throws(Failure) -> Collected
  {
    let plan = try ShardPlan(file: path)
    let run = try plan.prepared(path)
    let content = run.content
    var collected = Collected()
    let file: StudyFile
    do throws(StudyError) {
      file = try StudyFile.write(study, content, resumes: true)
    } catch {
      throw Failure(error, study)
    }
    defer { file.close() }
    let digest = plan.digest
    var read: [(path: String, first: Int)] = []
    for part in Set(parts) {
      do throws(StudyError) {
        let found = try PartFile.read(part, plan: digest, of: content, task: plan.task)
        read.append((part, found.shard.first))
      } catch {
        collected.refused.append("\(part): \(error.reason)")
      }
    }
    for (part, _) in read.sorted(by: { ($0.first, $0.path) < ($1.first, $1.path) }) {
      do throws(StudyError) {
        let found = try PartFile.read(part, plan: digest, of: content, task: plan.task)
        if try file.collect(found) { collected.new += 1 } else { collected.known += 1 }
      } catch {
        if case .notWritten = error { throw Failure(error, study) }
        collected.refused.append("\(part): \(error.reason)")
      }
    }
    collected.refused.sort()
    do throws(StudyError) {
      collected.missing = lacking(plan, try file.shards())
    } catch {
      throw Failure(error, study)
    }
    return collected
  }

  /// Shards of the plan that a study lacks; all of them where there is no study.
  public static func missing(plan path: String, in study: String) throws(Failure) -> [Int] {
    let plan = try ShardPlan(file: path)
    guard FileManager.default.fileExists(atPath: study) else { return Array(0..<plan.shardCount) }
    let file = try Studies.open(study)
    defer { file.close() }
    do throws(StudyError) {
      let shards = try file.shards()
      guard shards.allSatisfy({ $0.plan == plan.digest }) else {
        throw StudyError.foreign(reason: "it was collected by another plan")
      }
      return lacking(plan, shards)
    } catch {
      throw Failure(error, study)
    }
  }

  private static func lacking(_ plan: ShardPlan, _ shards: [Shard]) -> [Int] {
    (0..<plan.shardCount).filter { shard in
      let tasks = plan.tasks(of: shard)
      var next = tasks.lowerBound
      for known in shards where known.first <= next && next <= known.last { next = known.last + 1 }
      return next <= tasks.upperBound
    }
  }

  /// "3,7,9-12".
  public static func ranges(_ numbers: [Int]) -> String {
    var parts: [(Int, Int)] = []
    for number in numbers {
      if let last = parts.last, last.1 + 1 == number {
        parts[parts.count - 1].1 = number
      } else {
        parts.append((number, number))
      }
    }
    return parts.map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }.joined(separator: ",")
  }

  /// Runs all shards that are missing as processes of this machine, collects, and repeats what failed.
  ///
  /// - Parameters:
  ///   - folder: Where the parts are.
  ///   - jobs: Processes at a time.
  ///   - rounds: How often a shard is tried.
  public static func submitLocally(
    plan path: String, into study: String, parts folder: String, jobs: Int, rounds: Int,
    program: String, _ tell: (String) -> Void
  ) throws(Failure) -> Collected {
    let plan = try ShardPlan(file: path)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder, reason: "it cannot be made")
    }
    var collected = Collected()
    let names = (0..<plan.shardCount).map { "\(folder)/\($0).sqlite" }
    for round in 1...rounds {
      let open = try missing(plan: path, in: study)
      let codes = Mutex([Int: Int32]())
      onThreads(jobs, each: open.count) { place in
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
          "shard", "--plan", path, "--shard", "\(open[place])", "--out", names[open[place]],
          "--threads", "1", "-q",
        ]
        process.standardOutput = FileHandle.nullDevice
        let code: Int32
        do {
          try process.run()
          process.waitUntilExit()
          code = process.terminationReason == .exit ? process.terminationStatus : 75
        } catch {
          code = 75
        }
        codes.withLock { $0[open[place]] = code }
      }
      let found = codes.withLock { $0 }
      let present = open.filter { FileManager.default.fileExists(atPath: names[$0]) }
      collected = try collect(plan: path, into: study, present.map { names[$0] })
      tell(
        "round \(round): \(open.count - collected.missing.count) of \(open.count) shards collected")
      // A wrong plan stays wrong.
      if let code = found.values.first(where: { [64, 65, 66, 70].contains($0) }) {
        throw .badFile(
          path: path, reason: "a shard ended with \(code), which another try does not mend")
      }
      if collected.missing.isEmpty || !collected.refused.isEmpty { break }
    }
    return collected
  }
}
