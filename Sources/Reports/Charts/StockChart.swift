extension ChartKind {
  /// Bars of sites, at most; rows of their table, at most.
  private static let sitesMaximum = (drawn: 12, listed: 120)
  /// Groups of sites that have a color of their own, at most.
  private static let groupsMaximum = 11

  /// Where goods ran out, and where orders were met from instead.
  static let stock = ChartKind(
    name: "stock", heading: "Stock-outs, and where orders were met from",
    lead:
      "Units that were not on hand when they were ordered, the sites at which customers waited for them, and what each group of sites shipped."
  ) { summary in [shortages(summary), waits(summary), sources(summary)].compactMap { $0 } }

  private static func shortages(_ summary: Summary) -> Chart? {
    let rows = summary.strategies.filter { $0.mean(KPIName.fillRate) != nil }
    let short = rows.map { 1 - ($0.mean(KPIName.fillRate) ?? 1) }
    guard short.contains(where: { $0 > 0 }) else { return nil }
    func sum(_ strategy: StrategySummary, _ prefix: String) -> Double? {
      let known = strategy.kpis.filter { $0.name.hasPrefix(prefix) }.compactMap(\.mean)
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    let table = DataTable([
      .text("strategy", rows.map(\.name)),
      .number("short", short, unit: "1", heading: "units not on hand when ordered", digits: 6),
      .number(
        "wait", rows.map { $0.mean(KPIName.stage + "stock") }, unit: "h",
        heading: "wait for stock per order", digits: 4),
      .number(
        "on_hand", rows.map { sum($0, KPIName.onHand) }, unit: "units", heading: "on hand, mean",
        digits: 1),
      .number(
        "back_ordered", rows.map { sum($0, KPIName.backordered) }, unit: "units",
        heading: "waited for, mean", digits: 2),
      .number(
        "replenishments", rows.map { sum($0, KPIName.replenishments) }, unit: "orders",
        heading: "replenishments per day", digits: 2),
      .text("label", short.map { NumberText.percent($0) }),
    ])
    let order = Channel.name("strategy", order: rows.map(\.name))
      .axis(["labelLimit": .number(180), "ticks": .flag(false), "domain": .flag(false)])
    let amount = Channel.quantity("short", "share of units ordered").axis([
      "tickCount": Channel.ticks(every: 80), "format": .string("~%"),
    ])
    return Chart(
      id: "stock-outs", title: "Units not on hand when ordered",
      alt: "Bars of the share of units that were not on hand when they were ordered: "
        + zip(rows, short).map { "\($0.name) \(NumberText.percent($1))" }.joined(separator: ", ")
        + ".",
      tables: [table],
      view: View(layers: [
        View(
          Mark(
            .bar,
            [
              "tooltip": .flag(true), "height": .object(["band": .number(0.72)]),
              "color": .string("#77AADD"),
            ]), [.x: amount, .y: order]),
        View(
          Mark(.text, ["align": .string("left"), "dx": .number(6), "fontWeight": .string("bold")]),
          [
            .x: amount, .y: order,
            .text: Channel(["field": .string("label"), "type": .string("nominal")]),
          ]),
      ]).height(.fixed(Double(rows.count) * 26)))
  }

  /// Sites that customers waited for.
  private static func waits(_ summary: Summary) -> Chart? {
    var rows: [(strategy: StrategySummary, site: String, waiting: Double)] = []
    for strategy in summary.strategies {
      for kpi in strategy.kpis where kpi.name.hasPrefix(KPIName.backordered) {
        guard let waiting = kpi.mean, waiting >= 0.005 else { continue }
        let site = String(kpi.name.dropFirst(KPIName.backordered.count))
        rows.append((strategy, site, waiting))
      }
    }
    guard !rows.isEmpty else { return nil }
    let all = rows.count
    rows = Array(rows.sorted { $0.waiting > $1.waiting }.prefix(sitesMaximum.listed))
    func means(_ prefix: String) -> [Double?] { rows.map { $0.strategy.mean(prefix + $0.site) } }
    let palette = Palette(summary)
    let place = rows.map { "\($0.site) · \($0.strategy.name)" }
    let table = DataTable([
      .text("place", place, heading: "site and strategy"),
      .text("strategy", rows.map(\.strategy.name)),
      .number("rank", rows.indices.map { Double($0 + 1) }, unit: "place"),
      .number("waiting", rows.map(\.waiting), unit: "units", heading: "waited for", digits: 2),
      .number("on_hand", means(KPIName.onHand), unit: "units", heading: "on hand", digits: 1),
      .number(
        "replenishments", means(KPIName.replenishments), unit: "orders",
        heading: "replenishments per day", digits: 2),
      .number(
        "share", means(KPIName.sourcedShare), unit: "1", heading: "share of shipments", digits: 4),
    ])
    let drawn = min(rows.count, sitesMaximum.drawn)
    return Chart(
      id: "stock-sites", title: "Where customers waited for stock",
      alt: "Bars of the units waited for, by site: "
        + rows.prefix(5).map {
          "\($0.site) of \($0.strategy.name) \(NumberText.fixed($0.waiting, 1))"
        }
        .joined(separator: ", ") + ".",
      note: all > drawn ? "The \(drawn) longest of \(all) waiting lists." : "",
      tables: [table],
      view: View(
        Mark(.bar, ["tooltip": .flag(true), "height": .object(["band": .number(0.72)])]),
        [
          .x: Channel.quantity("waiting", "units waited for, mean over the window").axis([
            "tickCount": Channel.ticks(every: 80)
          ]),
          .y: Channel.name("place", order: Array(place.prefix(drawn))).axis([
            "labelLimit": .number(190), "ticks": .flag(false), "domain": .flag(false),
          ]),
          .color: palette.color().withoutLegend,
        ]
      ).filtered("datum.rank <= \(drawn)").height(.fixed(Double(drawn) * 22)))
  }

  /// Share of shipments by the group of sites that sent them.
  private static func sources(_ summary: Summary) -> Chart? {
    var shares: [(group: String, amounts: [Double])] = []
    for (row, strategy) in summary.strategies.enumerated() {
      let groups = Dictionary(
        (strategy.network?.places ?? []).filter { !$0.group.isEmpty }.map { ($0.name, $0.group) }
      ) { first, _ in first }
      for kpi in strategy.kpis where kpi.name.hasPrefix(KPIName.sourcedShare) {
        guard let share = kpi.mean, share > 0 else { continue }
        let site = String(kpi.name.dropFirst(KPIName.sourcedShare.count))
        let group = groups[site] ?? site
        let place = shares.firstIndex { $0.group == group } ?? shares.count
        if place == shares.count {
          shares.append((group, summary.strategies.map { _ in 0 }))
        }
        shares[place].amounts[row] += share
      }
    }
    guard shares.count > 1 else { return nil }
    if shares.count > groupsMaximum {
      shares.sort { $0.amounts.reduce(0, +) > $1.amounts.reduce(0, +) }
      let rest = shares[groupsMaximum...]
      let amounts = summary.strategies.indices.map { row in
        rest.reduce(0) { $0 + $1.amounts[row] }
      }
      shares = Array(shares.prefix(groupsMaximum)) + [("all others", amounts)]
    }
    let bars = StackedBars(
      summary: summary, parts: shares.map { ($0.group, $0.amounts) }, unit: "1",
      title: "share of shipments", part: "sites", format: "%")
    return Chart(
      id: "sources", title: "Where orders were met from",
      alt: "Stacked bars of the share of shipments by the group of sites that sent them: "
        + zip(summary.strategies.indices, summary.strategies).map { row, strategy in
          strategy.name + " "
            + shares.filter { $0.amounts[row] > 0 }
            .map { "\($0.group) \(NumberText.percent($0.amounts[row]))" }.joined(separator: ", ")
        }.joined(separator: "; ") + ".",
      tables: [bars.table], view: bars.view)
  }
}
