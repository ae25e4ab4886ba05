internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy reproduce`: whether a study comes out again.
struct Reproduce: Command {
  static let configuration = CommandConfiguration(
    abstract: "Run a study again from the files it keeps, and compare run by run.",
    discussion: """
      ploy reproduce Results/us-launch.sqlite
      ploy reproduce Results/us-launch.sqlite --replications 3

      Every run has to have the same events and the same figures to the last
      bit. Exits with 1 if one has not, and tells on what kind of processor the
      study was made: mathematical functions round differently where there is
      no fused multiply-add.
      """)

  @Argument(help: "A study that --study of compare or run has written.", completion: .file())
  var study: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The first replications only. (default: all)", valueName: "number"))
  var replications: Int?

  @Option(help: ArgumentHelp("Threads to use. (default: all cores)", valueName: "number"))
  var threads: Int?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func validate() throws {
    if let replications, replications < 1 { throw ValidationError("--replications is at least 1") }
    try EngineOptions.check(threads: threads)
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let found = try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      try context.useCases.reproduce(study, replications, threads, monitor)
    }
    context.console.output.write(found.text)
    return !found.isSame ? .failedCheck : found.isComplete ? .success : .interrupted
  }
}
