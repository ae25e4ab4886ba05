extension ChartKind {
  /// Share of orders delivered by the time since the click.
  static let deliveryTime = ChartKind(
    name: "delivery-time", heading: "Delivery time",
    lead:
      "Share of delivered orders that were at the door within a time. Up and to the left is better."
  ) { summary in
    let known = summary.strategies.filter { !$0.clickToDoor.isEmpty }
    guard !known.isEmpty else { return [] }
    let palette = Palette(summary)
    // Every other point of each line, or every third, where there are many lines.
    let step = (known.count + linesMaximum - 1) / linesMaximum
    let points = known.flatMap { strategy in
      strategy.clickToDoor.enumerated()
        .filter { $0.offset % step == 0 || $0.offset == strategy.clickToDoor.count - 1 }
        .map { (strategy.name, $0.element) }
    }
    // Shares below this time are not worth an axis of their own.
    let least = max(points.map(\.1.hours).filter { $0 > 0 }.min() ?? 0.1, 0.05)
    let table = DataTable([
      .text("strategy", points.map(\.0)),
      .number("share", points.map(\.1.share), unit: "1", heading: "share of orders"),
      .number("hours", points.map { max($0.1.hours, least) }, unit: "h", heading: "within"),
    ])
    let hours = Channel.quantity("hours", "click to door, logarithmic").scale([
      "type": .string("log")
    ])
    .axis([
      "values": .array(tickHours.map { .number($0) }),
      "labelExpr": .string(
        "datum.value < 1 ? format(datum.value * 60, '.0f') + ' min'"
          + " : datum.value < 48 ? format(datum.value, '~r') + ' h'"
          + " : format(datum.value / 24, '~r') + ' d'"),
      "labelOverlap": .string("greedy"), "labelSeparation": .number(8),
    ])
    var layers = [
      View(
        Mark(
          .line,
          ["interpolate": .string("monotone"), "strokeWidth": .number(2), "tooltip": .flag(true)]),
        [
          .x: hours,
          .y: Channel.quantity("share", "share of delivered orders").axis(["format": .string("%")]),
          .color: palette.color(), .strokeDash: palette.dash(),
        ])
    ]
    if let promise = summary.provenance.promiseHours {
      layers += [
        View(
          Mark(
            .rule, ["strokeDash": .array([.number(2), .number(3)]), "color": .string("#7A8290")]),
          [.x: .datum(promise)]
        ).once,
        View(
          Mark(
            .text,
            [
              "align": .string("center"), "dy": .number(-5), "baseline": .string("bottom"),
              "color": .string("#7A8290"),
            ]),
          [
            .x: .datum(promise), .y: .datum(1),
            .text: .value(.string("promise, \(hoursText(promise))")),
          ]
        ).once,
      ]
    }
    let medians = known.map { strategy in
      let p50 = strategy.mean(KPIName.clickToDoor + "p50") ?? 0
      return "\(strategy.name) \(hoursText(p50))"
    }
    return [
      Chart(
        id: "delivery-time",
        alt: "Lines of the share of orders delivered against hours since the click. Medians: "
          + medians.joined(separator: ", ") + ".",
        note: "Quantiles are read from a sketch with a relative error of at most 0.5 %.",
        tables: [table], view: View(layers: layers).height(.fixed(340)))
    ]
  }

  /// Lines that are drawn with all their points.
  private static let linesMaximum = 13

  /// Where the axis of times has its labels [h].
  private static let tickHours: [Double] = [
    0.1, 0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 96, 168, 336, 720, 1440,
  ]

  /// A time in the unit that suits it.
  static func hoursText(_ hours: Double) -> String {
    if hours < 1 { return NumberText.fixed(hours * 60, 0) + " min" }
    if hours < 96 { return NumberText.fixed(hours, hours < 10 ? 1 : 0) + " h" }
    return NumberText.fixed(hours / 24, 1) + " d"
  }
}
