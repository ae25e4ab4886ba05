internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Workbench

/// `ploy export`: a study for other programs.
struct Export: Command {
  static let configuration = CommandConfiguration(
    abstract: "Write the results of a study for other programs.",
    discussion: """
      ploy export Results/us-launch.sqlite --format csv -o us-launch.csv
      ploy export Results/us-launch.sqlite --format parquet -o us-launch.parquet

      csv and parquet: one row per strategy, replication and KPI. json: what
      compare --format json writes.
      """)

  @Argument(help: "A study that --study of compare or run has written.", completion: .file())
  var study: String

  @Option(help: "How to write it. (default: by the ending of --output, else csv)")
  var format: ExportFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file. (default: standard output)", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let ending = (output ?? "").split(separator: ".").last.map { $0.lowercased() } ?? ""
    let chosen = format ?? ExportFormat(rawValue: ending) ?? .csv
    if chosen == .parquet && output == nil {
      throw .usage("parquet is not text; name a file with --output")
    }
    let bytes = try context.useCases.export(study, chosen)
    guard let output else {
      context.console.output.write(String(decoding: bytes, as: UTF8.self))
      return .success
    }
    try AtomicFile.write(bytes, to: output)
    context.tellWritten(output, isQuiet: messages.quiet)
    return .success
  }
}
