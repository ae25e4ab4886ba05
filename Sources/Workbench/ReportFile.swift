internal import Foundation
public import Reports

/// Pages in files.
public enum ReportFile {
  /// What a page is about.
  public enum Subject: Sendable {
    case summary(Summary)
    case findings(Findings)

    var name: String {
      switch self {
      case .summary(let summary): summary.scenario.name
      case .findings(let findings): findings.scenario.name
      }
    }
  }

  /// Stands for the standard place in options.
  public static let standard = ""

  /// A path that is not the standard place.
  public static func given(_ path: String?) -> String? { path == standard ? nil : path }

  /// Writes a page.
  ///
  /// - Parameters:
  ///   - path: nil: `report.html` in a folder of the scenario's name in `Results`, which is made.
  ///   - runtime: Draws its charts; nil: its tables have to do.
  /// - Returns: Where it is.
  public static func write(_ subject: Subject, to path: String?, runtime: ChartRuntime?)
    throws(Failure) -> String
  {
    let given = given(path)
    let file = given ?? standardPath(subject.name)
    if given == nil {
      let folder = URL(filePath: file).deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw .cannotWrite(path: file, reason: "its folder cannot be made")
      }
    }
    var options = RenderOptions()
    options.chartRuntime = runtime
    let page =
      switch subject {
      case .summary(let summary): ReportFormat.html.render(summary, options)
      case .findings(let findings): findings.page(runtime: runtime)
      }
    try AtomicFile.write(page, to: file)
    return file
  }

  /// Names hold anything; folders are named by letters, digits, dots and dashes.
  private static func standardPath(_ name: String) -> String {
    let safe = String(
      name.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" }.prefix(80))
    return "Results/\(safe.isEmpty ? "scenario" : safe)/report.html"
  }
}
