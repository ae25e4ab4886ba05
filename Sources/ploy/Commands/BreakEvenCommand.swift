internal import ArgumentParser
internal import Experiments
internal import RandomVariates
internal import Reports
internal import Workbench

/// `ploy breakeven`: the level of a parameter at which two strategies change places.
struct BreakEvenCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "breakeven",
    abstract: "Find the level of a parameter at which two strategies change places.",
    usage: "ploy breakeven <scenario> --strategies <a,b> [<options>]",
    discussion: """
      ploy breakeven Scenarios/us-launch --strategies hybrid,cross-border
      ploy breakeven my-study --strategies a,b --over demand.scale --from 0.1 --to 10
      ploy breakeven my-study --strategies a,b --to "9 USD" \\
        --over strategies.a.commerce.fulfillment_fee --kpi seller_margin_per_order

      Both strategies meet the same customers at every level. Replications are
      added until the sign of the difference is settled; the interval printed
      holds the break-even with the scenario's confidence, if there is one only.
      Exits with 0 for an answer, also if nothing changes within the range.
      """)

  @Argument(
    help: "A scenario file, or a folder that holds scenario.yaml.", completion: .file())
  var scenario: String

  @Option(
    help: ArgumentHelp("The two to compare. (default: the scenario's two)", valueName: "a,b"))
  var strategies: String?

  @Option(
    help: ArgumentHelp(
      "Parameter to vary: its path in the file; demand.scale is market.scale.", valueName: "path"))
  var over = "demand.scale"

  @Option(help: ArgumentHelp("What to compare.", valueName: "name"))
  var kpi = "cost_to_serve_per_order"

  @Option(
    help: ArgumentHelp(
      "Lowest level. (default: a tenth of the scenario's)", valueName: "value"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Highest level. (default: ten times the scenario's)", valueName: "value"))
  var to: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Replications at a level, at most. (default: the scenario's)", valueName: "number"))
  var replications: Int?

  @Option(
    help: ArgumentHelp("Relative width that is narrow enough.", valueName: "share"))
  var tolerance = 0.02

  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64?

  @Option(help: "Random number generator.")
  var generator: GeneratorKind = .philox4x64

  @Option(help: ArgumentHelp("Threads to use. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Flag(help: "Exit with 4 if the search is inconclusive.")
  var requireConclusive = false

  @Option(help: "How to write the result.")
  var format: BreakEvenFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func validate() throws {
    if let replications, !(2...1_000_000).contains(replications) {
      throw ValidationError("--replications is 2 to 1000000, not \(replications)")
    }
    try EngineOptions.check(threads: threads)
    if !(0.0001...0.5).contains(tolerance) {
      throw ValidationError("--tolerance is 0.0001 to 0.5, not \(tolerance)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let summary = try run(in: context)
    try messages.write(to: output, in: context) { format.render(summary, $0) }
    return ExitStatus(of: summary, requiringConclusion: requireConclusive)
  }

  private var request: BreakEvenRequest {
    let names = strategies?.split(separator: ",").map {
      String($0.drop { $0 == " " })
    }
    return BreakEvenRequest(
      scenario: scenario, strategies: names ?? [], over: over, kpi: kpi, from: from, to: to,
      replications: replications, tolerance: tolerance, seed: seed, generator: generator,
      threads: threads)
  }

  private func run(in context: Context) throws(Failure) -> BreakEvenSummary {
    try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      var monitor = monitor
      monitor.warnings = { [messages] in messages.warn($0, in: context) }
      return try context.useCases.breakEven(request, monitor)
    }
  }
}
