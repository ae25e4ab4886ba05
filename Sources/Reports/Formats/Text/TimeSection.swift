/// Where the time between click and door goes: mean time per delivered order, by stage.
func timeSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let stages = summary.suffixes(of: KPIName.stage).filter { stage in
    summary.strategies.contains { ($0.mean(KPIName.stage + stage) ?? 0) != 0 }
  }
  guard !stages.isEmpty else { return [] }
  let totals = summary.strategies.map { strategy in
    stages.reduce(0) { $0 + (strategy.mean(KPIName.stage + $1) ?? 0) }
  }
  let unit = TimeUnit(for: totals)
  var table = TextTable(columns: [summary.nameColumn("Time/order")])
  table.columns.append(.init(heading: "total", cells: unit.column(totals)))
  // Stages that take the least time everywhere go first when space is short.
  let sizes = stages.map { stage in
    summary.strategies.map { $0.mean(KPIName.stage + stage) ?? 0 }.max() ?? 0
  }
  let ranks = stages.indices.sorted { (sizes[$0], $0) > (sizes[$1], $1) }
  for (index, stage) in stages.enumerated() {
    let values = summary.strategies.map { $0.mean(KPIName.stage + stage) }
    table.columns.append(
      .init(
        heading: stage.replacing("_", with: " "),
        cells: unit.column(values.map { $0 == 0 ? nil : $0 }),
        dropRank: ranks.firstIndex(of: index)! + 1))
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}
