internal import Statistics

extension ReportFormat {
  /// Tidy: one row per strategy and KPI. The last four columns hold the difference from the
  /// baseline where the KPI was compared, and are empty elsewhere.
  public static let csv = ReportFormat(
    name: "csv", summary: "One row per strategy and KPI.", fileExtension: "csv"
  ) { summary, _ in
    var rows = [
      [
        "strategy", "kpi", "unit", "mean", "half_width", "difference", "difference_low",
        "difference_high", "verdict",
      ]
    ]
    for strategy in summary.strategies {
      for kpi in strategy.kpis {
        let difference = summary.differences.first {
          $0.strategy == strategy.name && $0.kpi == kpi.name
        }
        rows.append([
          strategy.name, kpi.name, kpi.unit, number(kpi.mean), number(kpi.halfWidth),
          number(difference?.mean), number(difference?.interval?.low),
          number(difference?.interval?.high), difference?.verdict.rawValue ?? "",
        ])
      }
    }
    return rows.map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
  }
}

/// Shortest form that reads back as the same number; empty for none.
private func number(_ x: Double?) -> String {
  guard let x, x.isFinite else { return "" }
  return JSONValue.number(x).text()
}

/// Quoted where RFC 4180 asks for it.
func csvField(_ text: String) -> String {
  guard text.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
