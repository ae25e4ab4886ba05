internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Workbench

/// `ploy submit`: has all of a plan run.
struct Submit: Command {
  static let configuration = CommandConfiguration(
    abstract: "Run what is missing of a plan, collect it, and try again what failed.",
    discussion: """
      ploy submit --plan plan.json --into study.sqlite --engine local

      Exits with 75 if shards are still missing after the last round.
      """)

  @Option(help: ArgumentHelp("The plan.", valueName: "file"), completion: .file())
  var plan: String

  @Option(help: ArgumentHelp("The study; made if it is not there.", valueName: "file"))
  var into: String

  @Option(help: ArgumentHelp("Who runs the shards: local, as processes of this machine."))
  var engine = "local"

  @Option(help: ArgumentHelp("Folder for the parts. (default: <study>.parts)", valueName: "folder"))
  var parts: String?

  @Option(help: ArgumentHelp("Processes at a time. (default: all cores)", valueName: "number"))
  var jobs: Int?

  @Option(help: ArgumentHelp("How often a shard is tried.", valueName: "number"))
  var rounds = 3

  @OptionGroup var messages: MessageOptions
  var color: ColorChoice { messages.color }

  func validate() throws {
    if engine != "local" { throw ValidationError("--engine is local, not \(engine)") }
    if !(1...100).contains(rounds) { throw ValidationError("--rounds is 1 to 100, not \(rounds)") }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is 1 to 1024, not \(jobs)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let collected = try Sharding.submitLocally(
      plan: plan, into: into, parts: parts ?? into + ".parts",
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, rounds: rounds,
      program: Bundle.main.executablePath ?? CommandLine.arguments[0]
    ) { line in
      if !messages.quiet { context.console.errors.write(line + "\n") }
    }
    let status = collected.report(into, in: context)
    return status == .success && !collected.missing.isEmpty ? .tryAgain : status
  }
}
