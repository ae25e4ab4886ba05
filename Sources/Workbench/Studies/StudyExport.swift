internal import Experiments
internal import Foundation
internal import Reports
internal import Store

/// Formats in which a study leaves its file.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One row per strategy, replication and KPI.
  case csv
  /// What `compare --format json` writes.
  case json
  /// The rows of `csv` in columns, for DuckDB, pandas and R.
  case parquet
}

extension Studies {
  static func export(_ path: String, _ format: ExportFormat) throws(Failure) -> [UInt8] {
    if format == .json {
      return Array(ReportFormat.json.render(try show(path), RenderOptions()).utf8)
    }
    let file = try open(path)
    defer { file.close() }
    let rows: [TidyRow]
    do throws(StudyError) { rows = try file.tidy() } catch { throw Failure(error, path) }
    let study = file.content.facts["scenario.name"] ?? "study"
    switch format {
    case .parquet:
      return Parquet.file([
        .init("study", texts: rows.map { _ in study }),
        .init("strategy", texts: rows.map(\.strategy)),
        .init("replication", numbers: rows.map { Int64($0.replication) }),
        .init("metric", texts: rows.map(\.metric)),
        .init("value", values: rows.map(\.value)), .init("unit", texts: rows.map(\.unit)),
      ])
    default:
      var text = "study,strategy,replication,metric,value,unit\n"
      for row in rows {
        text += [
          field(study), field(row.strategy), "\(row.replication)", field(row.metric),
          row.value.isFinite ? "\(row.value)" : "", field(row.unit),
        ].joined(separator: ",")
        text += "\n"
      }
      return Array(text.utf8)
    }
  }

  private static func field(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
