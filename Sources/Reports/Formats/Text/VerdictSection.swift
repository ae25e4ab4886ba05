internal import Statistics

/// Cells of an interval plot, and what is left of it in a narrow terminal before it goes.
private let plotWidth = (standard: 25, minimum: 9)

/// Each compared KPI: every strategy's difference, its interval, a plot and the verdict.
func verdictSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  guard let baseline = summary.baseline else { return [] }
  var lines: [String] = []
  for (index, kpi) in summary.comparedKPIs.enumerated() {
    let differences = summary.differences.filter { $0.kpi == kpi }
    let confidence = NumberText.percent(summary.confidence)
    let title = "Verdict vs \(baseline.truncated(to: strategyNameWidthMaximum))"
    var heading = options.paint(title, .heading) + ", \(KPIName.phrase(kpi))"
    let method = " (paired, simultaneous \(confidence) intervals)"
    let isShort = (title + KPIName.phrase(kpi) + method).displayWidth + 2 <= options.width
    let hasIntervals = differences.contains { $0.interval != nil }
    if index == 0 && isShort && hasIntervals { heading += method }
    lines += [heading] + verdictRows(differences, options)
  }
  return lines
}

private func verdictRows(_ differences: [DifferenceSummary], _ options: RenderOptions)
  -> [String]
{
  let intervals = differences.compactMap(\.interval)
  let scale = FigureScale(differences)
  let figures = differences.map { difference in
    let mean = scale.signed(difference.mean)
    guard let interval = difference.interval else { return [mean, ""] }
    return [mean, "[\(scale.signed(interval.low)), \(scale.signed(interval.high))]"]
  }
  let words = differences.map { difference in
    let relative = difference.relative.map { " (\(NumberText.signed($0 * 100, 1))%)" } ?? ""
    return difference.verdict.rawValue + (difference.verdict == .equivalent ? "" : relative)
  }
  var table = TextTable(columns: [
    .init(
      heading: "",
      cells: differences.map {
        $0.strategy.truncated(to: strategyNameWidthMaximum).padded(to: 12)
      }, isAlignedRight: false),
    .init(heading: "", cells: figures.map { $0[0] }),
    .init(heading: "", cells: figures.map { $0[1] }, dropRank: 2),
    .init(heading: "", cells: words, isAlignedRight: false),
  ])
  if intervals.isEmpty { table.columns.remove(at: 2) }
  let glyphWidth = 4
  let free = options.width - glyphWidth - table.width - table.gap
  if free >= plotWidth.minimum && !intervals.isEmpty {
    let plot = IntervalPlot(intervals, width: min(free, plotWidth.standard))
    table.columns.insert(
      .init(
        heading: "",
        cells: differences.map { plot.text(mean: $0.mean, interval: $0.interval) },
        isAlignedRight: false),
      at: 3)
  }
  table.fit(options.width - glyphWidth)
  let rows = table.lines(indent: 0, paint: options.paint).dropFirst()
  return zip(differences, rows).map { difference, row in
    "  " + options.paint(difference.verdict.glyph, difference.verdict.tint) + " " + row
  }
}

extension Verdict {
  var glyph: String {
    switch self {
    case .better: "✓"
    case .worse: "✗"
    case .notSeparated: "~"
    case .equivalent: "="
    }
  }

  var tint: Tint {
    switch self {
    case .better: .good
    case .worse: .bad
    case .notSeparated: .unsure
    case .equivalent: .same
    }
  }
}
