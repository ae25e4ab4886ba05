extension ReportFormat {
  /// Tidy: one row per strategy, series and bin of the window.
  public static let series = ReportFormat(
    name: "series", summary: "Hourly time series as CSV, one row per strategy, series and hour.",
    fileExtension: "series"
  ) { summary, _ in
    var lines = ["strategy,series,unit,start,value"]
    for strategy in summary.strategies {
      guard let series = strategy.series else { continue }
      for one in series.series {
        for (start, value) in zip(series.starts, one.values) {
          let shown = value.map { JSONValue.number($0).text() } ?? ""
          let fields = [strategy.name, one.name, one.unit, start, shown]
          lines.append(fields.map(csvField).joined(separator: ","))
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
