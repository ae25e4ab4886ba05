internal import Experiments
internal import Foundation
internal import Reports
internal import ScenarioFile
internal import Store

/// Studies in files.
enum Studies {
  /// The run that a study was made by, from what the study keeps.
  static func prepared(_ content: StudyContent, _ path: String) throws(Failure) -> PreparedRun {
    guard let request = RunRequest(words: content.request) else {
      throw .badFile(path: path, reason: "damaged: it does not say what was asked for")
    }
    let files = content.inputs.map { input in
      FileStore.LoadedFile(
        role: FileStore.LoadedFile.Role(rawValue: input.role) ?? .scenario, name: input.name,
        bytes: input.bytes)
    }
    return try PreparedRun(
      LoadedScenario(kept: files), request, compares: content.request["command"] == "compare")
  }

  static func show(_ path: String) throws(Failure) -> Summary {
    let file: StudyFile
    do throws(StudyError) {
      file = try StudyFile.read(path)
    } catch {
      throw Failure(error, path)
    }
    defer { file.close() }
    let run = try prepared(file.content, path)
    let lines = file.content.differences(from: run.content)
    guard lines.isEmpty else {
      throw .badFile(
        path: path,
        reason: "this ploy measures other things than the one that made the study\n"
          + lines.map { "  \($0)" }.joined(separator: "\n"))
    }
    let (stored, sessions) = try read(file, for: run.study)
    guard stored.complete > 0 else {
      throw .usage("\(path) has no complete replication yet; go on with --resume")
    }
    var summary = try run.summary(stored, Monitor())
    summary.throughput = Throughput(summing: sessions.map(\.throughput))
    if let command = file.content.facts["command"] { summary.provenance.command = command }
    return summary
  }

  /// Hands series to `study` and returns the runs, and what they took.
  static func read(_ file: StudyFile, for study: Study) throws(Failure) -> (
    StoredRuns, [StudySession]
  ) {
    let stored: StoredRuns
    let totals: [[Int64]?]
    let sessions: [StudySession]
    do throws(StudyError) {
      stored = try file.stored()
      totals = try file.totals()
      sessions = try file.sessions()
    } catch {
      throw Failure(error, file.path)
    }
    for (point, numbers) in totals.enumerated() {
      if let numbers { study.add(try study.totals(numbers, point: point), point: point) }
    }
    return (stored, sessions)
  }
}

extension Throughput {
  /// Of several runs one after the other.
  init(summing all: [Throughput]) {
    self.init(
      entities: all.reduce(0) { $0 + $1.entities }, events: all.reduce(0) { $0 + $1.events },
      wallSeconds: all.reduce(0) { $0 + $1.wallSeconds },
      cpuSeconds: all.reduce(0) { $0 + $1.cpuSeconds },
      peakMemoryMebibytes: all.map(\.peakMemoryMebibytes).max() ?? 0,
      threads: all.map(\.threads).max() ?? 1)
  }
}
