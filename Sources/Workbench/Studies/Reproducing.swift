internal import Experiments
internal import Foundation
internal import Store
private import Synchronization

/// Whether a study comes out again.
public struct Reproduction: Sendable, Hashable {
  /// Runs that were made again.
  public var compared: Int
  /// Runs of which something else was found, a line each, the first of them.
  public var differing: [String]
  public var differingCount: Int
  /// Where the study was run, and with which version.
  public var origins: [String]
  public var here: String
  /// What of the machine or the version may explain a difference; empty if nothing.
  public var cautions: [String]
  public var isComplete: Bool

  public var isSame: Bool { differingCount == 0 && compared > 0 }
}

/// Compares runs with those of a study instead of keeping them.
private final class Comparer: ReplicationStore {
  private struct Found {
    var compared = 0
    var lines: [(id: Int, text: String)] = []
  }
  let stored: StoredRuns
  let names: [String]
  private let found = Mutex(Found())

  init(_ stored: StoredRuns, _ names: [String]) {
    self.stored = stored
    self.names = names
  }

  var isReadOnly: Bool { false }
  func result(point: Int, replication: Int) -> ReplicationResult? { nil }
  func flush() throws(ExperimentError) {}

  func keep(_ result: ReplicationResult, point: Int, replication: Int)
    throws(ExperimentError)
  {
    guard let known = stored.result(point: point, replication: replication) else { return }
    let what: String? =
      if known.fingerprint != result.fingerprint {
        "something else happened"
      } else if known.ratios
        != result.ratios.map({
          Ratio(numerator: $0.numerator + 0, denominator: $0.denominator + 0)
        }) || known.sketches != result.sketches
      {
        "the same happened, and figures differ in their last digits"
      } else {
        nil
      }
    found.withLock { found in
      found.compared += 1
      if let what {
        found.lines.append(
          (
            replication * names.count + point,
            "\(names[point]), replication \(replication + 1): \(what)"
          ))
      }
    }
  }

  var compared: Int { found.withLock { $0.compared } }
  var lines: [String] { found.withLock { $0.lines.sorted { $0.id < $1.id }.map(\.text) } }
}

extension Studies {
  /// Runs a study again from what it keeps.
  ///
  /// - Parameter replications: The first of them only; nil: all that are complete.
  static func reproduce(_ path: String, replications: Int?, threads: Int?, _ monitor: Monitor)
    throws(Failure) -> Reproduction
  {
    let file = try open(path)
    defer { file.close() }
    var run = try prepared(file.content, path)
    run.study.keepsTotals = false
    let (stored, sessions) = try read(file, for: run.study)
    guard stored.complete > 0 else {
      throw .usage("\(path) has no complete replication yet; go on with --resume")
    }
    let comparer = Comparer(stored, run.study.designPoints)
    let plan = ExperimentPlan(
      replications: min(replications ?? stored.complete, stored.complete),
      threads: threads ?? run.plan.threads, baseline: nil)
    let comparison = try run.comparison(plan, comparer, monitor)
    let here = Machine.current
    var cautions: [String] = []
    var origins: [String] = []
    for session in sessions {
      let machine = Machine(session.facts)
      let version = session.facts["version"] ?? "?"
      let origin = "ploy \(version) on \(machine.phrase)"
      if !origins.contains(origin) { origins.append(origin) }
      if version != Version.current { cautions.append("another version of ploy: \(version)") }
      if !machine.computesLike(here) {
        cautions.append("another kind of processor or other settings: \(machine.phrase)")
      }
    }
    let lines = comparer.lines
    return Reproduction(
      compared: comparer.compared, differing: Array(lines.prefix(10)),
      differingCount: lines.count, origins: origins,
      here: "ploy \(Version.current) on \(here.phrase)", cautions: cautions,
      isComplete: comparison.isComplete)
  }

  static func open(_ path: String) throws(Failure) -> StudyFile {
    do throws(StudyError) { return try StudyFile.read(path) } catch { throw Failure(error, path) }
  }
}

extension Machine {
  /// As a session of a study tells it.
  init(_ facts: [String: String]) {
    self.init(
      host: facts["host"] ?? "?", system: facts["system"] ?? "?",
      architecture: facts["architecture"] ?? "?",
      features: (facts["features"] ?? "").split(separator: " ").map(String.init),
      tunables: facts["tunables"] ?? "")
  }
}

extension Reproduction {
  /// As people read it.
  public var text: String {
    var lines = ["Study   \(origins.joined(separator: "; "))", "Here    \(here)"]
    lines += cautions.map { "Note    \($0); last digits may differ" }
    lines += differing.map { "  ✗ \($0)" }
    if differingCount > differing.count {
      lines.append("  and \(differingCount - differing.count) more")
    }
    lines.append(
      isSame
        ? "✓ \(compared) runs made again, all with the same events and the same figures"
        : "✗ \(differingCount) of \(compared) runs differ")
    return lines.map { $0 + "\n" }.joined()
  }
}
