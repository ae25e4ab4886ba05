internal import ArgumentParser
internal import RandomVariates
internal import Reports
internal import Workbench

/// `ploy trace`: the life of one order.
struct Trace: Command {
  static let configuration = CommandConfiguration(
    abstract: "Follow one order from the click to the door: every hour and every cent of it.",
    usage: "ploy trace <scenario> [<options>]",
    discussion: """
      ploy trace Scenarios/us-launch --strategy amazon --order 1000
      ploy trace Scenarios/us-launch --strategy amazon --late
      ploy trace Scenarios/us-launch --strategy amazon       list some orders

      Orders are numbered from 1 as they come in during the window, and have the
      same number under every strategy. Times are local; amounts have all their
      decimals, so that columns add up to the totals of a run.
      """)

  @Argument(
    help: "A scenario file, or a folder that holds scenario.yaml.", completion: .file())
  var scenario: String

  @Option(
    help: ArgumentHelp("The strategy. (default: the scenario's baseline)", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("The order's number, from 1.", valueName: "number"))
  var order: Int?

  @Flag(help: "The first order that was late.")
  var late = false

  @Flag(help: "The order that took longest.")
  var slowest = false

  @Option(help: ArgumentHelp("The replication, from 1.", valueName: "number"))
  var replication = 1

  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64?

  @Option(help: "Random number generator.")
  var generator: GeneratorKind?

  @Option(help: "text or json.")
  var format: TraceFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func validate() throws {
    if [order != nil, late, slowest].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --order, --late and --slowest")
    }
    if let order, order < 1 { throw ValidationError("orders are numbered from 1, not \(order)") }
    if !(1...1_000_000).contains(replication) {
      throw ValidationError("--replication is 1 to 1000000, not \(replication)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let choice: TraceRequest.Choice =
      late ? .late : slowest ? .slowest : order.map { .order($0) } ?? .list
    let result = try context.useCases.trace(
      TraceRequest(
        scenario: scenario, strategy: strategy, choice: choice, replication: replication,
        seed: seed, generator: generator))
    try messages.write(to: output, in: context) { options in
      switch (result, format) {
      case (.order(let order), .text): order.text(options)
      case (.order(let order), .json): order.json
      case (.list(let list), .text): list.text(options)
      case (.list(let list), .json): list.json
      }
    }
    return .success
  }
}

/// How a trace is written.
enum TraceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
