/// What subsidies cost, per order and in all, and how long they lasted in full.
func subsidySection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let rows = summary.subsidies
  guard !rows.isEmpty else { return [] }
  var table = TextTable(columns: [
    .init(
      heading: "Subsidies",
      cells: rows.map { $0.strategy.truncated(to: strategyNameWidthMaximum).padded(to: 14) },
      isAlignedRight: false)
  ])
  for (index, column) in SubsidyRow.columns(rows).enumerated() {
    table.columns.append(
      .init(
        heading: column.heading, cells: column.cells, isAlignedRight: index > 0,
        dropRank: column.dropRank))
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

/// One subsidy of one strategy.
struct SubsidyRow {
  var strategy: String
  var name: String
  var perOrder: KPI?
  var spent: KPI?
  var daysInFull: KPI?
  var endedEarly: KPI?

  /// Columns after the strategy's name.
  static func columns(_ rows: [SubsidyRow]) -> [(heading: String, cells: [String], dropRank: Int)] {
    func money(_ kpi: KPI?, _ text: (Double) -> String) -> String {
      guard let kpi, let mean = kpi.mean else { return NumberText.none }
      return Currency(kpi.unit).text(mean, number: text(mean))
    }
    return [
      ("", rows.map { $0.name.truncated(to: strategyNameWidthMaximum) }, 0),
      ("per order", rows.map { money($0.perOrder) { NumberText.fixed($0, 2) } }, 0),
      ("in all", rows.map { money($0.spent) { NumberText.count($0) } }, 0),
      (
        "in full for",
        rows.map { $0.daysInFull?.mean.map { NumberText.fixed($0, 1) + "d" } ?? NumberText.none }, 1
      ),
      ("ran out", rows.map { $0.endedEarly?.mean.map(NumberText.percent) ?? NumberText.none }, 2),
    ]
  }
}

extension Summary {
  /// All subsidies, by strategy and name.
  var subsidies: [SubsidyRow] {
    strategies.flatMap { strategy -> [SubsidyRow] in
      let end = ".per_order"
      let names = strategy.kpis.map(\.name).filter {
        $0.hasPrefix(KPIName.subsidy) && $0.hasSuffix(end)
      }
      return names.map { name in
        let stem = name.dropLast(end.count)
        return SubsidyRow(
          strategy: strategy.name, name: String(stem.dropFirst(KPIName.subsidy.count)),
          perOrder: strategy.kpi(name), spent: strategy.kpi("\(stem).spent"),
          daysInFull: strategy.kpi("\(stem).days_in_full"),
          endedEarly: strategy.kpi("\(stem).ended_early"))
      }
    }
  }
}
