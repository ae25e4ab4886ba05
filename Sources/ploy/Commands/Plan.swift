internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy plan`: freezes a run so that many can work on it.
struct Plan: Command {
  static let configuration = CommandConfiguration(
    abstract: "Freeze a comparison into a plan that many workers can run in parts.",
    usage: "ploy plan <scenario> --out <file> [<options>]",
    discussion: """
      ploy plan Scenarios/us-launch -r 10000 --out plan.json
      ploy shard --plan plan.json --shard 0 --out parts/0.sqlite
      ploy collect --plan plan.json --into study.sqlite parts/*.sqlite
      ploy show study.sqlite

      The plan holds all files that were read: workers need nothing else. A
      study may stand in for the scenario.
      """)

  @OptionGroup var run: RunOptions

  @Option(help: ArgumentHelp("Compare with this strategy.", valueName: "name"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "How many shards: a number, or auto for two minutes of work each.", valueName: "number"))
  var shards = "auto"

  @Option(help: ArgumentHelp("Write the plan to this file.", valueName: "file"))
  var out: String

  @OptionGroup var messages: MessageOptions
  var color: ColorChoice { messages.color }

  func validate() throws {
    guard shards == "auto" || (1...100_000).contains(Int(shards) ?? 0) else {
      throw ValidationError("--shards is auto or 1 to 100000, not \(shards)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let plan = try Sharding.plan(run.request(baseline: baseline), shards: Int(shards), to: out)
    context.console.output.write("\(out): \(plan.tasks) tasks in \(plan.shardCount) shards\n")
    return .success
  }
}
