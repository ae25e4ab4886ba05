internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy missing`: what is still to be run.
struct Missing: Command {
  static let configuration = CommandConfiguration(
    abstract: "List the shards of a plan that a study lacks, such as 3,7,9-12.",
    discussion: """
      ploy missing --plan plan.json --into study.sqlite
      """)

  @Option(help: ArgumentHelp("The plan.", valueName: "file"), completion: .file())
  var plan: String

  @Option(help: ArgumentHelp("The study; all are missing where there is none.", valueName: "file"))
  var into: String

  @OptionGroup var messages: MessageOptions
  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let missing = try Sharding.missing(plan: plan, in: into)
    context.console.output.write(Sharding.ranges(missing) + "\n")
    return .success
  }
}
