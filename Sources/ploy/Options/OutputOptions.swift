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

  @OptionGroup var destination: DestinationOptions

  @Flag(name: [.short, .long], help: "No progress, no warnings.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Every figure with its interval.")
  var verbose = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// The chosen format, else the one whose ending the output file has, else text.
  var chosenFormat: ReportFormat {
    if let format { return format.format }
    let ending = (destination.output ?? "").split(separator: ".").last.map { $0.lowercased() }
    return ReportFormat.all.first { $0.fileExtension == ending } ?? .text
  }

  /// Writes a report where it belongs.
  func write(_ summary: Summary, in context: Context) throws(Failure) {
    var summary = summary
    if let file = try destination.writePage(.summary(summary), isQuiet: quiet, in: context) {
      summary.pointers = [Pointer("Report", file)]
    }
    var options = context.rendering(to: destination.output, color: color)
    options.isVerbose = verbose
    if chosenFormat.name == ReportFormat.html.name {
      options.chartRuntime = context.useCases.chartRuntime()
    }
    try context.write(
      chosenFormat.render(summary, options), to: destination.output, isQuiet: quiet)
  }

  /// Tells the problems of a scenario that can be run nevertheless.
  func warn(_ problems: Problems, in context: Context) {
    context.warn(problems, isQuiet: quiet, color: color)
  }
}
