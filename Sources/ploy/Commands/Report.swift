internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Workbench

/// `ploy report`: a comparison as one page with charts.
struct Report: Command {
  static let configuration = CommandConfiguration(
    abstract: "Write one page with charts, of a study or of a comparison that it runs.",
    usage: "ploy report <study|scenario> [<options>]",
    discussion: """
      ploy report Results/us-launch/study.sqlite
      ploy report Scenarios/us-launch
      ploy report Scenarios/us-launch -o us-launch.html --open
      ploy report Scenarios/us-launch --chart cost -o cost.svg

      A study, which --study of compare or run has written, is told as it is; a
      scenario is run first. The page works without a network, can be printed and sent by mail. Its
      charts are drawn by a script that is installed apart:
        python3 -m venv .venv
        .venv/bin/pip install \(ChartRuntime.package)
      Without it the page has all tables and says so. PLOY_CHART_RUNTIME names
      another place of the script; set to nothing, charts are left out.
      """)

  @OptionGroup var run: RunOptions

  @Option(
    help: ArgumentHelp("Compare with this strategy. (default: the scenario's)", valueName: "name"))
  var baseline: String?

  @OptionGroup var precision: PrecisionOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the page to this file. (default: Results/<name>/report.html)", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write this chart alone; the ending of --output tells how: svg, png, pdf, or vl.json for its specification.",
      valueName: "name"))
  var chart: String?

  @Flag(help: "Open the page in the browser.")
  var open = false

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let summary = try StudyPath.isStudy(run.scenario) ? stored(in: context) : compared(in: context)
    let file: String
    if let chart {
      file = try ChartFile.write(chart, of: summary, as: chartFormat, to: output)
    } else {
      file = try ReportFile.write(
        .summary(summary), to: output, runtime: context.useCases.chartRuntime())
    }
    context.console.output.write(file + "\n")
    if open { Browser.open(file) }
    return ExitStatus(of: summary)
  }

  private func stored(in context: Context) throws(Failure) -> Summary {
    if asksForMore {
      throw .usage(
        "\(run.scenario) is a study and is told as it is; options of how to run are for scenarios")
    }
    return try context.useCases.show(run.scenario)
  }

  /// Whether anything is asked for that a study has settled.
  private var asksForMore: Bool {
    !run.strategy.isEmpty || run.replications != nil || run.engine.seed != nil
      || run.engine.threads != nil || run.engine.generator != nil || baseline != nil
      || precision.request != nil
  }

  private func compared(in context: Context) throws(Failure) -> Summary {
    var request = run.request(baseline: baseline)
    request.precision = precision.request
    return try monitored(isQuiet: messages.quiet, in: context) { monitor throws(Failure) in
      var monitor = monitor
      monitor.warnings = { messages.warn($0, in: context) }
      return try context.useCases.compare(request, monitor)
    }
  }

  /// By the ending of the file; SVG without one.
  private var chartFormat: ChartFile.Format {
    output.flatMap { ChartFile.Format(endingOf: $0) } ?? .svg
  }
}
