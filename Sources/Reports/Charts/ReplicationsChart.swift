internal import Experiments

extension ChartKind {
  /// Points of all lines of a chart, at most.
  private static let pointsMaximum = 600

  /// How estimates became what they are while replications were added.
  static let replications = ChartKind(
    name: "replications", heading: "Replication diagnostics",
    lead:
      "Estimates after the first replications, after more, and after all, as deviations from the last one, with their intervals. A line that still drifts, or a wide band, asks for more replications."
  ) { summary in
    guard summary.replications > 1 else { return [] }
    let palette = Palette(summary)
    let names = summary.strategies.flatMap { $0.kpis.filter { !$0.course.isEmpty } }.map(\.name)
    var seen: Set<String> = []
    let kpis = names.filter { seen.insert($0).inserted }
    return kpis.enumerated().map { number, name in
      let courses = summary.strategies.map { ($0.name, $0.kpi(name)?.course ?? []) }
      // Every so many replications where there are many, and the last.
      let total = courses.reduce(0) { $0 + $1.1.count }
      let step = max(1, (total + pointsMaximum - 1) / pointsMaximum)
      let rows = courses.flatMap { strategy, course in
        course.enumerated().filter { $0.offset % step == 0 || $0.offset == course.count - 1 }
          .map { (strategy, $0.element, last: course.last!.point) }
      }
      /// Of the last estimate, which may be zero.
      func deviation(_ value: (CoursePoint) -> Double?) -> [Double?] {
        rows.map { row in
          row.last == 0 ? nil : value(row.1).map { ($0 - row.last) / abs(row.last) }
        }
      }
      let unit = summary.strategies.lazy.compactMap { $0.kpi(name)?.unit }.first ?? ""
      let table = DataTable([
        .text("strategy", rows.map(\.0)),
        .number(
          "replications", rows.map { Double($0.1.replications) }, unit: "replications",
          heading: "replications"),
        .number("estimate", rows.map(\.1.point), unit: unit, digits: 6),
        .number("half_width", rows.map(\.1.halfWidth), unit: unit, heading: "±", digits: 6),
        .number("deviation", deviation(\.point), unit: "1", digits: 5),
        .number(
          "low", deviation { row in row.halfWidth.map { row.point - $0 } }, unit: "1", digits: 5),
        .number(
          "high", deviation { row in row.halfWidth.map { row.point + $0 } }, unit: "1", digits: 5),
      ])
      let axis: [String: JSONValue] = ["format": .string("+~%")]
      let title = "off the last estimate"
      let x = Channel.quantity("replications", "replications").axis([
        "tickMinStep": .number(1), "format": .string("d"), "tickCount": Channel.ticks(every: 60),
      ])
      return Chart(
        id: "replications-\(number + 1)", title: KPIName.phrase(name),
        alt: "Running estimates of \(KPIName.phrase(name)) by strategy against the number of "
          + "replications, with intervals.",
        tables: [table],
        view: View(layers: [
          View(
            Mark(.area, ["opacity": .number(0.14)]),
            [
              .x: x, .y: Channel.quantity("low", title).axis(axis), .y2: .end("high"),
              .color: palette.color().withoutLegend,
            ]
          ).filtered("isValid(datum.low) && datum.replications >= 3"),
          View(
            Mark(.line, ["strokeWidth": .number(1.5), "tooltip": .flag(true)]),
            [
              .x: x, .y: Channel.quantity("deviation", title).axis(axis),
              .color: palette.color(), .strokeDash: palette.dash(),
            ]),
        ]).height(.fixed(200)))
    }
  }

  /// Whether the window begins in a state like the later ones.
  static let warmUp = ChartKind(
    name: "warm-up", heading: "Warm-up",
    lead:
      "Orders between click and door over the window. A slope at its left edge that is not there later means that the warm-up was too short."
  ) { summary in
    let palette = Palette(summary)
    let known = summary.strategies.compactMap { strategy in
      strategy.series.map { (strategy.name, $0) }
    }
    var strategy: [String] = []
    var start: [String] = []
    var open: [Double?] = []
    for (name, series) in known {
      let values = series.values("open")
      // Whole days where there are many, so that the rhythm of the day does not hide a slope.
      let bin = max(1, Int((24 / series.binHours).rounded()))
      let width = values.count / bin >= 7 ? bin : 1
      for first in stride(from: 0, through: values.count - width, by: width) {
        strategy.append(name)
        start.append(series.starts[first])
        open.append(values[first..<first + width].reduce(0, +) / Double(width))
      }
    }
    guard !open.isEmpty else { return [] }
    return [
      Chart(
        id: "warm-up", alt: "Open orders over the window, one line per strategy.",
        tables: [
          DataTable([
            .text("strategy", strategy), .text("start", start),
            .number("open", open, unit: "orders", heading: "open orders", digits: 2),
          ])
        ],
        view: View(
          Mark(.line, ["strokeWidth": .number(1.5), "tooltip": .flag(true)]),
          [
            .x: Channel.time("start", "local time of the market").axis([
              "labelOverlap": .string("greedy"), "format": .string("%d %b"),
              "tickCount": Channel.ticks(every: 90),
            ]),
            .y: .quantity("open", "open orders, mean"), .color: palette.color(),
            .strokeDash: palette.dash(),
          ]
        ).height(.fixed(200)))
    ]
  }
}
