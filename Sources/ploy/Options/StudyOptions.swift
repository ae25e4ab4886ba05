internal import ArgumentParser
internal import Reports
internal import Workbench

/// Options of commands that study variants of a scenario.
struct StudyOptions: ParsableArguments {
  @Argument(
    help: "A scenario file, or a folder that holds scenario.yaml.", completion: .file())
  var scenario: String

  @Option(
    help: ArgumentHelp("Study this strategy only; may be repeated.", valueName: "name"))
  var strategy: [String] = []

  @Option(
    help: ArgumentHelp(
      "Vary a parameter: path=50,100,200 or path=2..8 h or path=10..30:5; may be repeated.",
      valueName: "path=values"))
  var vary: [Vary] = []

  @OptionGroup var engine: EngineOptions

  @Option(help: "How to write the result.")
  var format: FindingsFormat = .text

  @OptionGroup var destination: DestinationOptions

  @OptionGroup var messages: MessageOptions

  var request: StudyRequest {
    StudyRequest(
      scenario: scenario, strategies: strategy, vary: vary, seed: engine.seed,
      generator: engine.generator, threads: engine.threads)
  }

  /// Runs a study with progress on standard error, and writes what it found.
  func run(
    in context: Context, _ study: (Monitor) throws(Failure) -> Findings
  ) throws(Failure) -> ExitStatus {
    try destination.check()
    let findings = try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      var monitor = monitor
      monitor.warnings = { [messages] in messages.warn($0, in: context) }
      return try study(monitor)
    }
    try messages.write(to: destination.output, in: context) { format.render(findings, $0) }
    _ = try destination.writePage(.findings(findings), isQuiet: messages.quiet, in: context)
    return !findings.isComplete ? .interrupted : findings.isConclusive ? .success : .inconclusive
  }
}
