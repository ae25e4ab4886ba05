internal import Foundation
public import Reports

/// One chart of a report as a picture in a file, drawn by vl-convert where it is installed.
public enum ChartFile {
  public enum Format: String, Sendable, CaseIterable {
    case svg, png, pdf
    /// The specification with its figures: needs nothing that is installed.
    case vegaLite = "vl.json"

    /// The one that a file's name ends in.
    public init?(endingOf path: String) {
      guard let found = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
        return nil
      }
      self = found
    }

    public var isText: Bool { self == .svg || self == .vegaLite }
  }

  /// How to install what draws.
  public static let hint =
    "python3 -m venv .venv && .venv/bin/pip install vl-convert-python==1.9.0.post1"

  /// Names of the charts that a summary has, as `chart` takes them.
  public static func names(in summary: Summary) -> [String] { summary.chartNames }

  /// Writes a chart.
  ///
  /// - Parameters:
  ///   - chart: Such as "cost", or "network-2" where a section has several.
  ///   - path: nil: the chart's name in the current folder.
  ///   - width: Of the picture [px].
  /// - Returns: Where it is.
  /// - Throws: `unknown` if there is no such chart, `usage` if nothing can draw it.
  public static func write(
    _ chart: String, of summary: Summary, as format: Format, to path: String? = nil,
    width: Double = 800
  ) throws(Failure) -> String {
    let file = path ?? "\(chart).\(format.rawValue)"
    try AtomicFile.check(file)
    try AtomicFile.write(bytes(chart, of: summary, as: format, width: width), to: file)
    return file
  }

  /// A chart as what its file holds.
  public static func bytes(
    _ chart: String, of summary: Summary, as format: Format, width: Double = 800
  ) throws(Failure) -> [UInt8] {
    guard let specification = summary.chartSpecification(chart, width: width) else {
      throw .unknown(name: chart, kind: "chart", known: names(in: summary))
    }
    return format == .vegaLite ? Array(specification.utf8) : try draw(specification, as: format)
  }

  private static func draw(_ specification: String, as format: Format) throws(Failure) -> [UInt8] {
    let missing = Failure.usage(
      "\(format.rawValue) is drawn by vl-convert, which is not installed here: \(hint)\n"
        + "  without it there is the specification, \(Format.vegaLite.rawValue)")
    guard let python = InstalledRuntime.python() else { throw missing }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ploy-chart-\(UInt32.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let drawn = folder.appending(path: "chart")
    let process = Process()
    let errors = Pipe()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let input = folder.appending(path: "chart.json")
      try Data(specification.utf8).write(to: input)
      process.executableURL = URL(filePath: python)
      process.arguments = ["-c", program, format.rawValue, input.path, drawn.path]
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
    } catch {
      throw .cannotWrite(path: folder.path, reason: "\(error.localizedDescription)")
    }
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 3 { throw missing }
    guard process.terminationStatus == 0, let data = try? Data(contentsOf: drawn) else {
      let last = text.split(separator: "\n").last.map(String.init) ?? "nothing was drawn"
      throw .cannotWrite(path: "the chart", reason: "vl-convert: \(last)")
    }
    return Array(data)
  }

  /// Nothing is fetched: all figures and outlines are in the specification.
  private static let program = """
    import sys
    try:
        import vl_convert
    except ImportError:
        sys.exit(3)
    kind, source, target = sys.argv[1:]
    spec = open(source, encoding="utf-8").read()
    options = {"vl_version": "5.21", "allowed_base_urls": []}
    if kind == "svg":
        drawn = vl_convert.vegalite_to_svg(spec, **options).encode()
    elif kind == "png":
        drawn = vl_convert.vegalite_to_png(spec, scale=2, **options)
    else:
        drawn = vl_convert.vegalite_to_pdf(spec, **options)
    open(target, "wb").write(drawn)
    """
}
