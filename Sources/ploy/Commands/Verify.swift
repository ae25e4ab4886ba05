internal import ArgumentParser
internal import RandomVariates
internal import Reports
internal import Workbench

/// `ploy verify`: models with known answers, on the user's own machine.
struct Verify: Command {
  static let configuration = CommandConfiguration(
    abstract: "Check ploy against models whose exact answers are known.",
    usage: "ploy verify [<options>]",
    discussion: """
      ploy verify
      ploy verify --only m/m/1
      ploy verify --format markdown
      ploy verify --oracles mine.json --deep

      Queues and stocks with closed forms run through the very code that runs
      scenarios. Exits with 1 if a figure is off by more than 4 standard errors.
      --oracles runs exact answers that others have written down, and lists
      those that no scenario can express; docs/oracles.md tells the form.
      """)

  @Option(
    help: ArgumentHelp("Only models whose name contains this.", valueName: "pattern"))
  var only: String?

  @Option(help: "How to write the result.")
  var format: VerificationFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: "Random number generator.")
  var generator: GeneratorKind = .philox4x64

  @Option(
    help: ArgumentHelp("Threads to use. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("Multiplies the length of the runs.", valueName: "number"))
  var effort = 0.5

  @Flag(help: "Run ten times as long, for intervals a third as wide.")
  var deep = false

  @Option(
    help: ArgumentHelp("Run the oracles of this file instead.", valueName: "file"),
    completion: .file())
  var oracles: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func validate() throws {
    try EngineOptions.check(threads: threads)
    if !(0.01...1000).contains(effort) {
      throw ValidationError("--effort is 0.01 to 1000, not \(effort)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let summary = try run(in: context)
    try messages.write(to: output, in: context) { format.render(summary, $0) }
    if !summary.failed.isEmpty { return .failedCheck }
    return summary.isComplete ? .success : .interrupted
  }

  private func run(in context: Context) throws(Failure) -> VerificationSummary {
    let request = VerifyRequest(
      only: only, seed: seed, generator: generator, threads: threads,
      effort: deep ? 10 * effort : effort, oracles: oracles)
    return try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      try context.useCases.verify(request, monitor)
    }
  }
}
