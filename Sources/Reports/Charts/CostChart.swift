extension ChartKind {
  /// Cost to serve per order, by what it was paid for.
  static let cost = ChartKind(
    name: "cost", heading: "Where the money goes",
    lead: "Cost to serve per delivered order, by what it was paid for."
  ) { summary in
    let parts = summary.accountColumns
    let totals = summary.strategies.map { $0.kpi(KPIName.cost) }
    guard !parts.isEmpty else { return [] }
    let code = totals.compactMap { $0?.unit }.first ?? ""
    let currency = Currency(code)
    let confidence = NumberText.percent(summary.confidence)
    let bars = StackedBars(
      summary: summary, parts: parts.map { ($0.title, $0.amounts) }, unit: code,
      title: "\(code) per delivered order", part: "account",
      totals: totals.map { ($0?.mean, $0?.halfWidth) }, label: { currency.text($0) })
    return [
      Chart(
        id: "cost",
        alt: "Stacked bars of the cost per order by account. Totals: "
          + zip(summary.strategies, totals).compactMap { strategy, kpi in
            kpi?.mean.map { "\(strategy.name) \(currency.text($0))" }
          }.joined(separator: ", ") + ".",
        note: summary.replications > 1
          ? "The line at the end of a bar is the \(confidence) interval of its total." : "",
        tables: [bars.table], view: bars.view)
    ]
  }
}
