internal import Statistics

extension ChartKind {
  /// Every strategy's difference from the baseline, one chart per primary KPI.
  static let differences = ChartKind(
    name: "differences", heading: "Differences from the baseline",
    lead:
      "Paired by common random numbers: all strategies met the same orders. Where an interval does not touch zero, luck does not explain the difference."
  ) { summary in
    guard let baseline = summary.baseline else { return [] }
    return summary.comparedKPIs.enumerated().map { index, kpi in
      chart(kpi, number: index + 1, of: summary, baseline)
    }
  }

  private static func chart(
    _ kpi: String, number: Int, of summary: Summary, _ baseline: String
  ) -> Chart {
    let rows = summary.differences.filter { $0.kpi == kpi }
    let unit = rows.first?.unit ?? ""
    let scale = FigureScale(rows)
    let verdicts: [Verdict] = [.better, .worse, .notSeparated, .equivalent]
    let table = DataTable([
      .text("strategy", rows.map(\.strategy)),
      .number("mean", rows.map(\.mean), unit: unit, heading: "difference"),
      .number("low", rows.map { $0.interval?.low }, unit: unit),
      .number("high", rows.map { $0.interval?.high }, unit: unit),
      .text("verdict", rows.map(\.verdict.rawValue)),
      .text("label", rows.map { scale.signed($0.mean) }),
    ])
    let title =
      unit == "1" ? "percentage points" : unit.isCurrency ? "\(unit) per order" : unit.phrase
    let shown =
      unit == "1" ? "format(datum.value * 100, '+~r') + ' pp'" : "format(datum.value, '+~r')"
    let axis: [String: JSONValue] = [
      "labelExpr": .string("datum.value === 0 ? '0' : \(shown)"),
      "tickCount": Channel.ticks(every: 80),
    ]
    let order = Channel.name("strategy", order: rows.map(\.strategy))
      .axis(["labelLimit": .number(150), "ticks": .flag(false), "domain": .flag(false)])
    let color = Channel.name("verdict").scale([
      "domain": .array(verdicts.map { .string($0.rawValue) }),
      "range": .array(
        [Palette.better, Palette.worse, Palette.unsure, Palette.same].map { .string($0) }),
    ])
    let shape = Channel.name("verdict").scale([
      "domain": .array(verdicts.map { .string($0.rawValue) }),
      "range": .array(["circle", "diamond", "square", "triangle-up"].map { .string($0) }),
    ])
    let view = View(layers: [
      View(
        Mark(
          .rule, ["strokeDash": .array([.number(3), .number(3)]), "color": .string("#7A8290")]),
        [.x: .datum(0)]
      ).once,
      View(
        Mark(.rule, ["strokeWidth": .number(2)]),
        [
          .x: Channel.quantity("low", title).axis(axis).scale(["padding": .number(8)]),
          .x2: .end("high"), .y: order,
          .color: color.withoutLegend,
        ]
      ).filtered("isValid(datum.low)"),
      View(
        Mark(
          .point,
          [
            "filled": .flag(true), "size": .number(70), "opacity": .number(1),
            "tooltip": .flag(true),
          ]),
        [
          .x: Channel.quantity("mean", title).axis(axis).scale(["padding": .number(8)]), .y: order,
          .color: color, .shape: shape,
        ]),
    ]).height(.fixed(Double(rows.count) * 26))
    return Chart(
      id: "difference-\(number)", title: KPIName.phrase(kpi),
      alt: "Differences from \(baseline) in \(KPIName.phrase(kpi)): "
        + rows.map { "\($0.strategy) \(scale.signed($0.mean)) (\($0.verdict.rawValue))" }
        .joined(separator: ", ") + ".",
      tables: [table], view: view)
  }
}
