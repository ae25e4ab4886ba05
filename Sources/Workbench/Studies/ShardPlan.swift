internal import Experiments
internal import Foundation
internal import Store

/// A frozen plan: what is to be run, with all files, and which worker runs which tasks.
///
/// A task is a number: point × replications + replication, all from 0. Nothing that follows from a plan
/// depends on who runs it, where and when.
public struct ShardPlan: Sendable, Hashable, Codable {
  struct Input: Sendable, Hashable, Codable {
    var role: String
    var name: String
    var sha256: String
    var bytes: Data
  }

  static let schemaName = "ploy.plan/1"
  var schema = ShardPlan.schemaName
  var version = Version.current
  var request: [String: String]
  var inputs: [Input]
  var points: [String]
  public var replications: Int
  /// First task of every shard, and behind them the number of tasks.
  var bounds: [Int]

  public var tasks: Int { points.count * replications }
  public var shardCount: Int { bounds.count - 1 }

  /// Tasks of a shard, from 0.
  func tasks(of shard: Int) -> ClosedRange<Int> { bounds[shard]...(bounds[shard + 1] - 1) }

  func task(_ point: Int, _ replication: Int) -> Int { point * replications + replication }

  /// SHA-256 of the plan as JSON with sorted keys and without spaces.
  var digest: String { LoadedScenario.sha256(of: canonical) }

  private var canonical: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
  }

  /// A plan in its file: beside it, its digest.
  private struct Document: Codable {
    var plan: ShardPlan
    var planDigest: String
  }

  var fileText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(Document(plan: self, planDigest: digest))) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  init(_ run: PreparedRun, shards: Int) {
    let content = run.content
    request = content.request
    inputs = content.inputs.map {
      Input(role: $0.role, name: $0.name, sha256: $0.sha256, bytes: Data($0.bytes))
    }
    points = run.study.designPoints
    replications = run.plan.replications
    let tasks = points.count * replications
    let count = max(1, min(shards, tasks))
    bounds = (0...count).map { $0 * tasks / count }
  }

  /// Reads a plan and checks that it is whole.
  init(file path: String) throws(Failure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .missing(path: path, reason: "there is no such file, or it may not be read")
    }
    guard let document = try? JSONDecoder().decode(Document.self, from: data),
      document.plan.schema == Self.schemaName
    else { throw .badFile(path: path, reason: "not a plan") }
    let plan = document.plan
    guard plan.digest == document.planDigest else {
      throw .badFile(path: path, reason: "the plan was changed after it was made")
    }
    guard plan.version == Version.current else {
      throw .badFile(path: path, reason: "a plan of ploy \(plan.version), not \(Version.current)")
    }
    guard plan.replications > 0, plan.bounds.count >= 2, plan.bounds.first == 0,
      plan.bounds.last == plan.tasks, zip(plan.bounds, plan.bounds.dropFirst()).allSatisfy(<)
    else { throw .badFile(path: path, reason: "the shards are not those of its tasks") }
    self = plan
  }

  /// The run it plans.
  func prepared(_ path: String) throws(Failure) -> PreparedRun {
    var content = StudyContent(request: request, facts: [:], inputs: [], points: [])
    content.inputs = inputs.map {
      .init(role: $0.role, name: $0.name, sha256: $0.sha256, bytes: [UInt8]($0.bytes))
    }
    var run = try Studies.prepared(content, path)
    guard run.study.designPoints == points, run.plan.replications == replications else {
      throw .badFile(path: path, reason: "its strategies are not those of its scenario")
    }
    run.study.keepsTotals = true
    return run
  }
}
