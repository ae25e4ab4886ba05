internal import ArgumentParser
internal import Experiments
internal import RandomVariates
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

  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Threads to use; results do not depend on it. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Option(help: "Random number generator, to check that results do not hinge on it.")
  var generator: GeneratorKind?

  @Option(help: "How to write the result.")
  var format: FindingsFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    defaultAsFlag: ReportFile.standard,
    help: ArgumentHelp(
      "Write one page with charts as well. (without a file: Results/<name>/report.html)",
      valueName: "file"),
    completion: .file())
  var report: String?

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is 1 to 1024, not \(threads)")
    }
  }

  var request: StudyRequest {
    StudyRequest(
      scenario: scenario, strategies: strategy, vary: vary, seed: seed, generator: generator,
      threads: threads)
  }

  /// Runs a study with progress on standard error, and writes what it found.
  func run(
    in context: Context, _ study: (Monitor) throws(Failure) -> Findings
  ) throws(Failure) -> ExitStatus {
    for file in [output, ReportFile.given(report)].compactMap({ $0 }) { try AtomicFile.check(file) }
    let errors = context.console.errors
    let cancellation = Cancellation()
    let display = messages.quiet ? nil : ProgressDisplay(on: errors)
    let stopListening = context.interrupts.observe {
      cancellation.cancel()
      display?.interrupt(with: "finishing the running replications; Ctrl-C again stops at once")
    }
    let findings: Findings
    do {
      defer {
        stopListening()
        display?.finish()
      }
      findings = try study(
        Monitor(
          cancellation: cancellation, progress: { display?.report($0) },
          warnings: { [messages] problems in
            guard !messages.quiet else { return }
            errors.write(
              problems.text(
                isColored: errors.isColored(messages.color, context.console.environment),
                columns: errors.columns))
          }))
    }
    try write(findings, in: context)
    if let report {
      let file = try ReportFile.write(
        .findings(findings), to: report, runtime: context.useCases.chartRuntime())
      if !messages.quiet { errors.write("wrote \(file)\n") }
    }
    return !findings.isComplete ? .interrupted : findings.isConclusive ? .success : .inconclusive
  }

  private func write(_ findings: Findings, in context: Context) throws(Failure) {
    let channel = context.console.output
    let isColored =
      output == nil
      ? channel.isColored(messages.color, context.console.environment) : messages.color == .always
    let text = format.render(
      findings,
      RenderOptions(
        width: output == nil ? channel.columns : RenderOptions.widthMaximum, isColored: isColored))
    guard let output else {
      channel.write(text)
      return
    }
    try AtomicFile.write(text, to: output)
    if !messages.quiet { context.console.errors.write("wrote \(output)\n") }
  }
}
