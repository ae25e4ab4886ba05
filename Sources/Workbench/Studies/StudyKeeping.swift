internal import Experiments
internal import Foundation
internal import Fulfillment
internal import ScenarioFile
internal import Store

extension PreparedRun {
  /// What a study of this run holds beside its results.
  var content: StudyContent {
    var words = request.words(compares ? "compare" : "run", seed: seed)
    words["replications"] = "\(plan.replications)"
    return StudyContent(
      request: words,
      facts: [
        "version": Version.current, "scenario.sha256": loaded.sha256,
        "scenario.name": loaded.model.scenario.name,
        "command": request.command(compares ? "compare" : "run", seed: seed),
      ],
      inputs: loaded.document.files.map { file in
        StudyContent.Input(
          role: file.role.rawValue, name: file.name,
          sha256: LoadedScenario.sha256(of: file.bytes), bytes: file.bytes)
      },
      points: study.designPoints.indices.map { point in
        StudyContent.Point(
          strategy: study.designPoints[point], responses: study.responses(of: point),
          totals: study.emptyTotals(of: point).parts)
      })
  }
}

/// A study that a run writes to.
struct StudyKeeping {
  let target: StudyTarget
  let file: StudyFile
  let writer: StudyWriter

  init(_ run: PreparedRun, _ target: StudyTarget) throws(Failure) {
    self.target = target
    do throws(StudyError) {
      file = try StudyFile.write(target.path, run.content, resumes: target.resumes)
    } catch {
      throw Failure(error, target.path)
    }
    do throws(StudyError) {
      let machine = Machine.current
      var totals: [(any ReplicationTotals)?] = []
      for (point, numbers) in try file.totals().enumerated() {
        do throws(Failure) {
          totals.append(
            try numbers.map { numbers throws(Failure) in
              try run.study.totals(numbers, point: point)
            })
        } catch {
          throw StudyError.damaged(reason: "its series are not those of its scenario")
        }
      }
      writer = try StudyWriter(
        file,
        facts: [
          "version": Version.current, "host": machine.host, "system": machine.system,
          "architecture": machine.architecture,
          "features": machine.features.joined(separator: " "), "tunables": machine.tunables,
        ], threads: run.plan.threads, totals: totals)
    } catch {
      file.close()
      throw Failure(error, target.path)
    }
  }

  func close() { file.close() }

  /// A failure of the store with how to go on.
  func explained(_ failure: Failure) -> Failure {
    guard writer.failure != nil, case .cannotWrite(_, let reason) = failure else { return failure }
    return .cannotWrite(
      path: target.path,
      reason: reason + "\n  \(writer.storedCount) runs are stored; make room and go on with"
        + " --study \(target.path) --resume")
  }
}

extension Failure {
  init(_ error: StudyError, _ path: String) {
    switch error {
    case .missing(let reason): self = .missing(path: path, reason: reason)
    case .foreign(let reason): self = .badFile(path: path, reason: "not a study: \(reason)")
    case .damaged(let reason): self = .badFile(path: path, reason: "damaged: \(reason)")
    case .notWritten(let reason): self = .cannotWrite(path: path, reason: reason)
    case .busy: self = .tryAgain("\(path) is being written by another process; wait for its end")
    case .exists(let runs):
      self = .usage(
        "\(path) is a study already, with \(runs) runs\n  go on with it: --resume; or name another"
          + " file")
    case .differs(let lines):
      self = .usage(
        "\(path) is a study of something else\n"
          + lines.map { "  \($0)" }.joined(separator: "\n"))
    }
  }
}
