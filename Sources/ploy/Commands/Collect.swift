internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy collect`: puts parts together.
struct Collect: Command {
  static let configuration = CommandConfiguration(
    abstract: "Take parts of a plan into a study, each once.",
    discussion: """
      ploy collect --plan plan.json --into study.sqlite parts/*.sqlite

      Parts come in any order and as often as one likes. Exits with 65 if one of
      them is damaged, of another plan, or has other results than before:
      nothing of it enters.
      """)

  @Option(help: ArgumentHelp("The plan.", valueName: "file"), completion: .file())
  var plan: String

  @Option(help: ArgumentHelp("The study; made if it is not there.", valueName: "file"))
  var into: String

  @Argument(help: "Parts that shards have written.", completion: .file())
  var parts: [String]

  @OptionGroup var messages: MessageOptions
  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let collected = try Sharding.collect(plan: plan, into: into, parts)
    return collected.report(into, in: context)
  }
}

extension Sharding.Collected {
  /// Tells what happened and how it ends.
  func report(_ study: String, in context: Context) -> ExitStatus {
    for line in refused { context.console.errors.write("error: \(line)\n") }
    var text = "\(study): \(new) parts taken in, \(known) known before"
    if !missing.isEmpty { text += "; missing shards: \(Sharding.ranges(missing))" }
    context.console.output.write(text + "\n")
    return refused.isEmpty ? .success : .badScenario
  }
}
