internal import ArgumentParser
internal import Workbench

/// Options of commands that keep what they find.
struct KeepingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep every replication in this file as soon as it is done.", valueName: "file"),
    completion: .file())
  var study: String?

  @Flag(help: "Go on with the study that --study names, if it is there.")
  var resume = false

  func validate() throws {
    if resume && study == nil {
      throw ValidationError("--resume goes on with a study; name it with --study")
    }
  }

  var target: StudyTarget? { study.map { StudyTarget(path: $0, resumes: resume) } }
}
