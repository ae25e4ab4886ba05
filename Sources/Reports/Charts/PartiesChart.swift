extension ChartKind {
  /// What every party is left with.
  static let parties = ChartKind(
    name: "parties", heading: "Who pays and who gets",
    lead:
      "What every party got less what it paid, per delivered order: right of zero is a gain. A row adds up to zero."
  ) { summary in
    let parts = summary.partyColumns
    guard !parts.isEmpty else { return [] }
    let code =
      summary.strategies.lazy.flatMap(\.kpis).first {
        $0.name.hasPrefix(KPIName.balance)
      }?.unit ?? ""
    let bars = StackedBars(
      summary: summary, parts: parts.map { ($0.label, $0.amounts) }, unit: code,
      title: "\(code) per delivered order", part: "party")
    return [
      Chart(
        id: "parties",
        alt: "Bars to both sides of zero: what each party got less what it paid per order.",
        note: "Outside is labor, landlords and suppliers beyond the model.",
        tables: [bars.table], view: bars.view)
    ]
  }
}
