extension ChartKind {
  /// Points of all lines of the backlog, at most.
  private static let pointsMaximum = 2400

  /// Orders that come in and orders that wait, through the highest wave.
  static let burst = ChartKind(
    name: "burst", heading: "Through the burst",
    lead:
      "Around the hour in which most orders come in: orders per hour, and orders that have not left their origin, until the wave is worked off."
  ) { summary in
    guard let burst = summary.burst, !burst.courses.isEmpty else { return [] }
    let palette = Palette(summary)
    let starts = burst.starts
    let placed = DataTable([
      .text("start", starts),
      .number(
        "orders_per_hour", burst.placedPerHour, unit: "orders", heading: "orders per hour",
        digits: 3),
    ])
    // Every so many bins where there are many strategies.
    let step = (burst.courses.count * starts.count + pointsMaximum - 1) / pointsMaximum
    let bins = Array(stride(from: 0, to: starts.count, by: max(1, step)))
    let courses = DataTable([
      .text("strategy", burst.courses.flatMap { course in bins.map { _ in course.strategy } }),
      .text("start", burst.courses.flatMap { _ in bins.map { starts[$0] } }),
      .number(
        "backlog", burst.courses.flatMap { course in bins.map { course.backlog[$0] } },
        unit: "orders", heading: "orders not shipped", digits: 2),
    ])
    let time = Channel.time("start", "local time of the market").axis([
      "labelOverlap": .string("greedy"), "format": .string("%d %b %H:%M"),
      "tickCount": Channel.ticks(every: 120),
    ])
    let peak = burst.placedPerHour.max() ?? 0
    return [
      Chart(
        id: "burst-orders", title: "Orders placed",
        alt: "Orders placed per hour around the highest wave; at most \(NumberText.count(peak)).",
        note: "Mean over the replications, so that waves at different hours flatten each other.",
        tables: [placed],
        view: View(
          Mark(
            .area,
            [
              "interpolate": .string("step-after"), "color": .string("#7A8290"),
              "opacity": .number(0.5), "tooltip": .flag(true),
            ]),
          [.x: time, .y: .quantity("orders_per_hour", "orders per hour")]
        ).height(.fixed(150))),
      Chart(
        id: "burst-backlog", title: "Backlog and drain",
        alt: "Orders that have not left their origin, by strategy, over the same hours.",
        tables: [courses],
        view: View(
          Mark(.line, ["strokeWidth": .number(2), "tooltip": .flag(true)]),
          [
            .x: time, .y: .quantity("backlog", "orders not shipped"), .color: palette.color(),
            .strokeDash: palette.dash(),
          ]
        ).height(.fixed(220))),
    ]
  }
}
