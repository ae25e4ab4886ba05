internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Workbench

/// Options of commands that write a report.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to write the result. (default: by the ending of --output, else text)"))
  var format: FormatName?

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

  @Flag(name: [.short, .long], help: "No progress, no warnings.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Every figure with its interval.")
  var verbose = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// A file given for the page.
  var reportFile: String? { ReportFile.given(report) }

  /// The chosen format, else the one whose ending the output file has, else text.
  var chosenFormat: ReportFormat {
    if let format { return format.format }
    let ending = (output ?? "").split(separator: ".").last.map { $0.lowercased() }
    return ReportFormat.all.first { $0.fileExtension == ending } ?? .text
  }

  /// Writes a report where it belongs.
  func write(_ summary: Summary, in context: Context) throws(Failure) {
    var summary = summary
    if let report {
      let file = try ReportFile.write(
        .summary(summary), to: report, runtime: context.useCases.chartRuntime())
      summary.pointers = [Pointer("Report", file)]
      if !quiet { context.console.errors.write("wrote \(file)\n") }
    }
    let channel = context.console.output
    let isFile = output != nil
    var options = RenderOptions(
      width: isFile ? RenderOptions.widthMaximum : channel.columns,
      isColored: isFile
        ? color == .always : channel.isColored(color, context.console.environment),
      isVerbose: verbose)
    if chosenFormat.name == ReportFormat.html.name {
      options.chartRuntime = context.useCases.chartRuntime()
    }
    let text = chosenFormat.render(summary, options)
    guard let output else {
      channel.write(text)
      return
    }
    try AtomicFile.write(text, to: output)
    if !quiet { context.console.errors.write("wrote \(output)\n") }
  }

  /// Tells the problems of a scenario that can be run nevertheless.
  func warn(_ problems: Problems, in context: Context) {
    let errors = context.console.errors
    guard !quiet && !problems.isEmpty else { return }
    errors.write(
      problems.text(
        isColored: errors.isColored(color, context.console.environment),
        columns: errors.columns))
  }
}
