internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy run`: strategies by themselves.
struct Run: Command {
  static let configuration = CommandConfiguration(
    abstract: "Run strategies by themselves, without comparing them.",
    usage: "ploy run <scenario> [<options>]",
    discussion: """
      ploy run Scenarios/us-launch --strategy hybrid --replications 5
      """)

  @OptionGroup var run: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var output: OutputOptions

  var color: ColorChoice { output.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    var request = run.request()
    request.precision = precision.request
    request.study = keeping.target
    let summary = try watch(context.useCases.run, request, output, in: context)
    try output.write(summary, in: context)
    return ExitStatus(of: summary)
  }
}
