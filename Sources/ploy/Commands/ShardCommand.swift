internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Workbench

/// `ploy shard`: runs a part of a plan.
struct ShardCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Run some tasks of a plan into a part.",
    discussion: """
      ploy shard --plan plan.json --shard 3 --out parts/3.sqlite

      The part appears whole or not at all, and may be made twice. Exits with 0
      if it is there, 65 if the plan is bad (do not try again), 75 if it could
      not be written (try again).
      """)

  @Option(help: ArgumentHelp("The plan.", valueName: "file"), completion: .file())
  var plan: String

  @Option(help: ArgumentHelp("Number of the shard, from 0.", valueName: "number"))
  var shard: Int?

  @Option(help: ArgumentHelp("Tasks in place of a shard, from 0.", valueName: "first-last"))
  var tasks: String?

  @Option(help: ArgumentHelp("Write the part to this file.", valueName: "file"))
  var out: String

  @Option(help: ArgumentHelp("Threads to use. (default: all cores)", valueName: "number"))
  var threads: Int?

  @OptionGroup var messages: MessageOptions
  var color: ColorChoice { messages.color }

  func validate() throws {
    if (shard == nil) == (tasks == nil) {
      throw ValidationError("give either --shard or --tasks")
    }
    if tasks != nil && range == nil {
      throw ValidationError("--tasks is two numbers such as 0-99, not \(tasks ?? "")")
    }
    try EngineOptions.check(threads: threads)
  }

  private var range: ClosedRange<Int>? {
    let ends = (tasks ?? "").split(separator: "-").map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      return nil
    }
    return first...last
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let line = try monitored(isQuiet: true, in: context) { monitor throws(Failure) in
      try Sharding.run(
        plan: plan, shard: shard, tasks: range, to: out,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, monitor)
    }
    if !messages.quiet { context.console.errors.write(line + "\n") }
    return .success
  }
}
