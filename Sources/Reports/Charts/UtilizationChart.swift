extension ChartKind {
  /// Cells of all heat maps together, at most: they decide the size of the page.
  private static let cellsMaximum = 16_000
  private static let processesMaximum = 8

  /// How busy processes are, day by day and hour by hour.
  static let utilization = ChartKind(
    name: "utilization", heading: "Utilization",
    lead:
      "Busy share of the staffed time of the busiest processes: days across, hours of the day down. Empty where nobody works."
  ) { summary in
    let known = summary.choices.compactMap { strategy in
      strategy.series.map { (strategy.name, $0) }
    }
    let processes = max(
      1,
      min(
        processesMaximum,
        cellsMaximum / max(1, known.map { $1.starts.count }.reduce(0, +))))
    return known.enumerated().compactMap { number, entry in
      chart(entry.1, of: entry.0, number: number + 1, processes: processes)
    }
  }

  private static func chart(
    _ series: SeriesSummary, of strategy: String, number: Int, processes: Int
  ) -> Chart? {
    func mean(_ values: [Double?]) -> Double {
      let known = values.compactMap { $0 }
      return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
    let rows = series.series.filter { $0.name.hasPrefix(KPIName.utilization) }
      .map { (name: String($0.name.dropFirst(KPIName.utilization.count)), values: $0.values) }
      .filter { $0.values.contains { $0 != nil } }
    let busiest = rows.sorted { mean($0.values) > mean($1.values) }.prefix(processes)
    guard !busiest.isEmpty else { return nil }
    let stamps = series.starts.map { LocalStamp($0) }
    // Hours down where bins are hours, else one row per process.
    let hours = series.binHours < 24
    var process: [String] = []
    var day: [String] = []
    var hour: [Double?] = []
    var values: [Double?] = []
    for row in busiest {
      for (stamp, value) in zip(stamps, row.values) {
        guard let value else { continue }
        process.append(row.name)
        day.append(stamp.day)
        hour.append(hours ? Double(stamp.hour) : 0)
        values.append(value)
      }
    }
    let table = DataTable([
      .text("process", process), .text("day", day), .number("hour", hour, unit: "hour"),
      .number("utilization", values, unit: "1", digits: 3),
    ])
    let labels = Array(Set(day)).sorted()
    let step = max(1, (labels.count + 2) / 3)
    let ticks = stride(from: 0, to: labels.count - step / 2, by: step).map { labels[$0] }
    let view = View(
      Mark(.rect, ["tooltip": .flag(true)]),
      [
        .x: Channel.ordinal("day").axis([
          "values": .array(ticks.map { .string($0) }), "labelAngle": .number(0),
          "labelExpr": .string("slice(datum.value, 5)"), "title": .null,
          "labelAlign": .string("left"),
        ]),
        .y: Channel.ordinal("hour").axis([
          "values": .array([0, 6, 12, 18].map { .number($0) }),
          "labelExpr": .string("datum.value + ':00'"), "title": .null,
        ]),
        .color: Channel.quantity("utilization", "utilization").scale([
          "scheme": .string("viridis"), "domain": .array([.number(0), .number(1)]),
          "clamp": .flag(true),
        ]).legend([
          "format": .string(".0%"), "orient": .string("bottom"), "gradientLength": .number(180),
        ]),
      ]
    ).height(.fixed(hours ? 110 : 20)).with {
      $0.facet = Channel.name("process", order: busiest.map(\.name)).with(
        "header",
        .object([
          "title": .null, "labelFontWeight": .string("bold"), "labelAnchor": .string("start"),
          "labelLimit": .number(240),
        ]))
    }
    let listed = busiest.map { "\($0.name) \(NumberText.percent(mean($0.values)))" }
    return Chart(
      id: "utilization-\(number)",
      alt: "Heat maps of the utilization of \(strategy) by day and hour. Means while staffed: "
        + listed.joined(separator: ", ") + ".",
      note: rows.count > busiest.count
        ? "The \(busiest.count) busiest of \(rows.count) processes." : "",
      choice: strategy, tables: [table], view: view, facetWidth: 280)
  }
}

/// Day and hour of a local time such as "2026-11-30T18:00".
struct LocalStamp {
  var day: String
  var hour: Int

  init(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1)
    day = parts.first.map(String.init) ?? text
    hour = parts.count > 1 ? Int(parts[1].prefix(2)) ?? 0 : 0
  }
}
