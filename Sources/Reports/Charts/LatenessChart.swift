extension ChartKind {
  /// Orders late, by main cause.
  static let lateness = ChartKind(
    name: "lateness", heading: "Why orders were late",
    lead: "Share of placed orders that were not at the door in time, by the main cause."
  ) { summary in
    let prefix = KPIName.lateCause
    let late = summary.strategies.map { strategy -> Double in
      guard let placed = strategy.mean(KPIName.placed), placed > 0,
        let late = strategy.mean(KPIName.late)
      else { return 0 }
      return late / placed
    }
    let parts = summary.suffixes(of: prefix).map { cause in
      (
        label: cause.replacing("_", with: " "),
        amounts: summary.strategies.indices.map { row in
          (summary.strategies[row].mean(prefix + cause) ?? 0) * late[row]
        }
      )
    }.filter { $0.amounts.contains { $0 >= 0.001 } }
    guard !parts.isEmpty else { return [] }
    let bars = StackedBars(
      summary: summary, parts: parts, unit: "1", title: "share of orders placed", part: "cause",
      format: "%", totals: late.map { ($0, nil) }, label: { NumberText.percent($0) })
    return [
      Chart(
        id: "lateness",
        alt: "Stacked bars of the share of late orders by main cause. In all: "
          + zip(summary.strategies, late).map { "\($0.name) \(NumberText.percent($1))" }
          .joined(separator: ", ") + ".",
        tables: [bars.table], view: bars.view)
    ]
  }
}
