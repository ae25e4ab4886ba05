/// Bars of a sparkline.
private let sparklineWidth = 16

/// Widest terminal that does without the sparkline.
private let sparklineTerminalMinimum = 80

/// Delivery times, the share on time, orders per day. Below 80 columns the sparkline goes, then
/// p90.
func deliverySection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let strategies = summary.strategies
  let unit = TimeUnit(
    for: strategies.compactMap {
      $0.mean(KPIName.clickToDoor + "p50") ?? $0.mean(KPIName.clickToDoor + "mean")
    })
  var table = TextTable(columns: [summary.nameColumn("Delivery")])
  for (suffix, dropRank) in [("mean", 3), ("p50", 0), ("p90", 8), ("p99", 0)] {
    let values = strategies.map { $0.mean(KPIName.clickToDoor + suffix) }
    let isKnown = values.contains { $0 != nil }
    // The mean stands in for the quantiles, not beside them.
    if isKnown && (suffix != "mean" || summary.suffixes(of: KPIName.clickToDoor) == ["mean"]) {
      table.columns.append(
        .init(heading: suffix, cells: unit.column(values), dropRank: dropRank))
    }
  }
  let onTime = strategies.map { $0.mean(KPIName.onTime) }
  if onTime.contains(where: { $0 != nil }) {
    table.columns.append(
      .init(
        heading: summary.promise,
        cells: onTime.map { $0.map(NumberText.percent) ?? NumberText.none }))
  }
  let lost = strategies.map(lostShare)
  if lost.contains(where: { ($0 ?? 0) > 0 }) {
    table.columns.append(
      .init(
        heading: "lost", cells: lost.map { $0.map(NumberText.percent) ?? NumberText.none },
        dropRank: 6))
  }
  let peak = strategies.flatMap {
    Sparkline.resampled($0.ordersPerDay, to: sparklineWidth)
  }.max()
  if let peak {
    table.columns.append(
      .init(
        heading: "orders/day",
        cells: strategies.map {
          $0.ordersPerDay.isEmpty
            ? NumberText.none
            : NumberText.count($0.ordersPerDay.reduce(0, +) / Double($0.ordersPerDay.count))
        }, dropRank: 7))
    if options.width >= sparklineTerminalMinimum {
      table.columns.append(
        .init(
          heading: "",
          cells: strategies.map {
            Sparkline.text($0.ordersPerDay, maximum: peak, width: sparklineWidth)
          }, isAlignedRight: false, dropRank: 9))
    }
  }
  guard table.columns.count > 1 else { return [] }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

/// Orders lost or canceled for want of stock, as a share of the orders placed.
private func lostShare(_ strategy: StrategySummary) -> Double? {
  guard let placed = strategy.mean(KPIName.placed), placed > 0,
    let lost = strategy.mean(KPIName.lost)
  else { return nil }
  return lost / placed
}
