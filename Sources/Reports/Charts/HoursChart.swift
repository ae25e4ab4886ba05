extension ChartKind {
  /// Mean time of an order, by what it was spent on.
  static let hours = ChartKind(
    name: "hours", heading: "Where the hours go",
    lead: "Mean time from click to door of a delivered order, by what it was spent on."
  ) { summary in
    let stages = summary.suffixes(of: KPIName.stage).filter { stage in
      summary.strategies.contains { ($0.mean(KPIName.stage + stage) ?? 0) != 0 }
    }
    guard !stages.isEmpty else { return [] }
    let hours = stages.map { stage in
      summary.strategies.map { $0.mean(KPIName.stage + stage) ?? 0 }
    }
    let totals = summary.strategies.indices.map { row in hours.reduce(0) { $0 + $1[row] } }
    let unit = TimeUnit(for: totals)
    let bars = StackedBars(
      summary: summary,
      parts: zip(stages, hours).map { stage, hours in
        (stage.replacing("_", with: " "), hours.map(unit.value(ofHours:)))
      }, unit: unit.rawValue, title: "\(unit.phrase) per order, mean", part: "stage",
      totals: totals.map { (unit.value(ofHours: $0), nil) },
      label: { NumberText.fixed($0, 1) + " " + unit.rawValue })
    return [
      Chart(
        id: "hours",
        alt: "Stacked bars of the mean time of an order by stage. Totals: "
          + zip(summary.strategies, totals).map { "\($0.name) \(hoursText($1))" }
          .joined(separator: ", ") + ".",
        tables: [bars.table], view: bars.view)
    ]
  }
}

extension TimeUnit {
  /// As a word.
  var phrase: String {
    switch self {
    case .minutes: "minutes"
    case .hours: "hours"
    case .days: "days"
    }
  }
}
