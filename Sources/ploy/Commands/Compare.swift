internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy compare`: all strategies against the baseline.
struct Compare: Command {
  static let configuration = CommandConfiguration(
    abstract: "Run a scenario's strategies and compare them with its baseline.",
    usage: "ploy compare <scenario> [<options>]",
    discussion: """
      ploy compare Scenarios/us-launch
      ploy compare Scenarios/us-launch --baseline amazon --strategy hybrid -r 50
      ploy compare Scenarios/us-launch --precision 1%
      ploy compare Scenarios/us-launch --study us-launch.sqlite --resume
      ploy compare Scenarios/us-launch --warm-up auto
      ploy compare Scenarios/us-launch --format json -o result.json

      All strategies meet the same customers and the same luck. The result goes
      to standard output, progress and warnings to standard error. Ctrl-C
      finishes the running replications and reports what is complete; a second
      one stops at once.
      """)

  @OptionGroup var run: RunOptions

  @Option(
    help: ArgumentHelp("Compare with this strategy. (default: the scenario's)", valueName: "name"))
  var baseline: String?

  @Flag(help: "Exit with 4 if any difference is not separated.")
  var requireConclusive = false

  @Option(
    help: ArgumentHelp(
      "Difference of a KPI that does not matter, such as on_time_rate=0.01; may be repeated.",
      valueName: "kpi=width"))
  var margin: [MarginArgument] = []

  @Flag(
    help: "Give every strategy customers and luck of its own, and compare by Welch's interval.")
  var independent = false

  @Option(
    help: ArgumentHelp(
      "Control variate: a KPI and its true mean per replication, such as orders_placed=9800; may be repeated.",
      valueName: "kpi=mean"))
  var control: [ControlArgument] = []

  @Option(
    help: ArgumentHelp(
      "auto: find the warm-up by MSER-5 in a pilot that starts empty. (default: the scenario's)",
      valueName: "auto"))
  var warmUp: WarmUpArgument?

  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var output: OutputOptions

  var color: ColorChoice { output.color }

  func validate() throws {
    if independent && !control.isEmpty {
      throw ValidationError(
        "--control sharpens paired differences; with --independent there are none")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    var request = run.request(baseline: baseline)
    request.precision = precision.request
    request.study = keeping.target
    for entry in margin { request.margins[entry.kpi] = entry.margin }
    request.isIndependent = independent
    for entry in control { request.controls[entry.kpi] = entry.mean }
    request.findsWarmUp = warmUp == .auto
    let summary = try watch(context.useCases.compare, request, output, in: context)
    try output.write(summary, in: context)
    return ExitStatus(of: summary, requiringConclusion: requireConclusive)
  }
}
