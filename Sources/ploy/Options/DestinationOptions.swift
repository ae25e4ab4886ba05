internal import ArgumentParser
internal import Workbench

/// Options of where a result goes.
struct DestinationOptions: ParsableArguments {
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

  /// Fails if a file that is named cannot be written: better now than after hours of running.
  func check() throws(Failure) {
    for file in [output, ReportFile.given(report)].compactMap({ $0 }) { try AtomicFile.check(file) }
  }

  /// Writes the page if one is asked for, and gives its file.
  func writePage(_ subject: ReportFile.Subject, isQuiet: Bool, in context: Context)
    throws(Failure) -> String?
  {
    guard let report else { return nil }
    let file = try ReportFile.write(
      subject, to: report, runtime: context.useCases.chartRuntime())
    context.tellWritten(file, isQuiet: isQuiet)
    return file
  }
}
