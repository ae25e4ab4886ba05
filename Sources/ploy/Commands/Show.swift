internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy show`: a study in a file as the run that made it told it.
struct Show: Command {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a study in a file found, without running anything.",
    discussion: """
      ploy show Results/us-launch.sqlite
      ploy show Results/us-launch.sqlite --format markdown -o report.md
      ploy show Results/us-launch.sqlite --report us-launch.html

      A study may be shown while it is still being run.
      """)

  @Argument(help: "A study that --study of compare or run has written.", completion: .file())
  var study: String

  @OptionGroup var output: OutputOptions

  var color: ColorChoice { output.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    try output.destination.check()
    try output.write(try context.useCases.show(study), in: context)
    return .success
  }
}
