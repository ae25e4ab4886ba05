/// Bars of the backlog's sparkline.
private let backlogWidth = 42

/// Why orders were late: the share of orders that were, and of these by main cause.
func lateSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let prefix = KPIName.lateCause
  let causes = summary.suffixes(of: prefix).filter { cause in
    summary.strategies.contains { ($0.mean(prefix + cause) ?? 0) >= 0.005 }
  }
  guard !causes.isEmpty else { return [] }
  var table = TextTable(columns: [summary.nameColumn("Late, because of")])
  let late = summary.strategies.map { strategy -> String in
    guard let placed = strategy.mean(KPIName.placed), placed > 0,
      let late = strategy.mean(KPIName.late)
    else { return NumberText.none }
    return NumberText.percent(late / placed)
  }
  table.columns.append(.init(heading: "late", cells: late))
  let sizes = causes.map { cause in
    summary.strategies.map { $0.mean(prefix + cause) ?? 0 }.max() ?? 0
  }
  let ranks = causes.indices.sorted { (sizes[$0], $0) > (sizes[$1], $1) }
  for (index, cause) in causes.enumerated() {
    table.columns.append(
      .init(
        heading: cause.replacing("_", with: " "),
        cells: summary.strategies.map { strategy in
          strategy.mean(prefix + cause).map { $0 > 0 ? NumberText.percent($0) : NumberText.none }
            ?? NumberText.none
        }, dropRank: ranks.firstIndex(of: index)! + 1))
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

/// Orders that have not left their origin, over the window: the highest wave and how long it takes to drain.
func backlogSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let peaks = summary.strategies.map { $0.mean(KPIName.burst + "backlog") }
  guard peaks.contains(where: { $0 != nil }) else { return [] }
  let drains = summary.strategies.map { $0.mean(KPIName.burst + "drain_hours") }
  let backlogs = summary.strategies.map { $0.series?.values("backlog") ?? [] }
  var table = TextTable(columns: [
    summary.nameColumn("Backlog"),
    .init(heading: "peak", cells: peaks.map { $0.map(NumberText.count) ?? NumberText.none }),
    .init(
      heading: "drained in",
      cells: drains.map { $0.map { NumberText.fixed($0, 1) + "h" } ?? NumberText.none }),
  ])
  if options.width >= 80, backlogs.contains(where: { !$0.isEmpty }) {
    table.columns.append(
      .init(
        heading: "over the window",
        cells: backlogs.map {
          // Each line by its own peak, which stands before it.
          let bars = Sparkline.resampled($0, to: backlogWidth)
          return Sparkline.text(bars, maximum: bars.max() ?? 0, width: backlogWidth)
        }, isAlignedRight: false, dropRank: 1))
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

/// What each disruption did to each strategy, against the same run without disruptions.
func disruptionSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let names = summary.suffixes(of: KPIName.disruptions)
  guard !names.isEmpty else { return [] }
  let currency = Currency(
    summary.strategies.compactMap { $0.kpi(KPIName.disruptionCost)?.unit }.first ?? "")
  var lines: [String] = []
  for name in names {
    func hours(_ prefix: String) -> [String] {
      summary.strategies.map {
        $0.mean(prefix + name).map { NumberText.fixed($0, 1) + "h" } ?? NumberText.none
      }
    }
    let counts = summary.strategies.map {
      $0.mean(KPIName.disruptions + name).map { NumberText.fixed($0, 1) } ?? NumberText.none
    }
    var table = TextTable(columns: [
      summary.nameColumn("Disruption \(name)".truncated(to: 30)),
      .init(heading: "times", cells: counts, dropRank: 2),
      .init(heading: "survived", cells: hours(KPIName.timeToSurvive)),
      .init(heading: "recovered in", cells: hours(KPIName.timeToRecover)),
    ])
    if names.count == 1 {
      table.columns.append(
        .init(
          heading: "late by it",
          cells: summary.strategies.map {
            $0.mean(KPIName.lateByDisruption).map(NumberText.count) ?? NumberText.none
          }))
      table.columns.append(
        .init(
          heading: "cost/order",
          cells: summary.strategies.map {
            $0.mean(KPIName.disruptionCost).map { currency.text($0, isSigned: true) }
              ?? NumberText.none
          }, dropRank: 1))
    }
    table.fit(options.width - 2)
    lines += table.lines(indent: 2, paint: options.paint)
  }
  return lines
}
