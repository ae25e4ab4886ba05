internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy calibrate`: published figures beside simulated ones.
struct Calibrate: Command {
  static let configuration = CommandConfiguration(
    abstract: "Set published figures beside what scenarios give.",
    usage: "ploy calibrate [<scenario> ...] [<options>]",
    discussion: """
      ploy calibrate
      ploy calibrate Scenarios/us-launch --replications 5
      ploy calibrate --format markdown

      A scenario's `calibration` list names figures that were published and the
      KPIs that should land on them. Without a scenario, all in Scenarios that
      have such a list are run. Exits with 1 if a missed figure has no reason.
      """)

  @Argument(
    help: ArgumentHelp("Scenario files or folders.", valueName: "scenario"),
    completion: .file())
  var scenarios: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Independent repetitions. (default: the scenario's)", valueName: "number"))
  var replications: Int?

  @Option(help: ArgumentHelp("Threads to use. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Option(help: "How to write the result.")
  var format: CalibrationFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func validate() throws {
    try EngineOptions.check(threads: threads)
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is 1 to 1000000, not \(replications)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let request = CalibrateRequest(
      scenarios: scenarios, replications: replications, threads: threads)
    let summary = try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      try context.useCases.calibrate(request, monitor)
    }
    try messages.write(to: output, in: context) { format.render(summary, $0) }
    return summary.unexplained.isEmpty ? .success : .failedCheck
  }
}
