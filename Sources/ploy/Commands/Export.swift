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

      ploy export Results/us-launch.sqlite --chart cost --format svg > cost.svg
      ploy export Results/us-launch.sqlite --chart network-2 -o network.pdf

      csv and parquet: one row per strategy, replication and KPI. json: what
      compare --format json writes. Of a chart: svg, png, pdf, drawn by
      vl-convert where it is installed, or vl.json, its Vega-Lite
      specification with its figures. An unknown chart lists the known ones.
      """)

  @Argument(help: "A study that --study of compare or run has written.", completion: .file())
  var study: String

  @Option(
    help: ArgumentHelp(
      "Write this chart of its report, such as cost or network-2.", valueName: "name"))
  var chart: String?

  @Option(help: "How to write it. (default: by the ending of --output, else csv, of a chart svg)")
  var format: ExportKind?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file. (default: standard output)", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    if let output { try AtomicFile.check(output) }
    let kind = format ?? output.flatMap { ExportKind(endingOf: $0) } ?? standard
    if !kind.isText && output == nil {
      throw .usage("\(kind.name) is not text; name a file with --output")
    }
    let bytes = try bytes(of: kind, in: context)
    guard let output else {
      context.console.output.write(String(decoding: bytes, as: UTF8.self))
      return .success
    }
    try AtomicFile.write(bytes, to: output)
    context.tellWritten(output, isQuiet: messages.quiet)
    return .success
  }
  private var standard: ExportKind { chart == nil ? .table(.csv) : .chart(.svg) }

  private func bytes(of kind: ExportKind, in context: Context) throws(Failure) -> [UInt8] {
    switch (chart, kind) {
    case (nil, .table(let format)): return try context.useCases.export(study, format)
    case (let chart?, .chart(let format)):
      return try ChartFile.bytes(chart, of: context.useCases.show(study), as: format)
    case (nil, .chart): throw .usage("\(kind.name) is a picture; name a chart with --chart")
    case (_?, .table):
      let known = ChartFile.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("a chart is written as one of \(known), not \(kind.name)")
    }
  }
}

/// Figures of a study, or a chart of them.
enum ExportKind: ExpressibleByArgument {
  case table(ExportFormat)
  case chart(ChartFile.Format)

  /// `vl.json` before `json`, which it ends in.
  private static let all =
    ChartFile.Format.allCases.map(Self.chart) + ExportFormat.allCases.map(Self.table)

  init?(argument: String) {
    guard let found = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = found
  }

  init?(endingOf path: String) {
    guard let found = Self.all.first(where: { path.lowercased().hasSuffix("." + $0.name) }) else {
      return nil
    }
    self = found
  }

  static var allValueStrings: [String] { all.map(\.name) }

  var name: String {
    switch self {
    case .table(let format): format.rawValue
    case .chart(let format): format.rawValue
    }
  }

  var isText: Bool {
    switch self {
    case .table(let format): format != .parquet
    case .chart(let format): format.isText
    }
  }
}
