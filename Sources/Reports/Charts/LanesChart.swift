extension ChartKind {
  private static let lanesMaximum = 160

  /// Lanes that begin or end far from the customers.
  static let lanes = ChartKind(
    name: "lanes", heading: "Cross-border lanes",
    lead: "Shipments per day over lanes that begin or end far from the customers, as great circles."
  ) { summary in
    summary.mapped.enumerated().compactMap { number, entry in
      map(entry.network, of: entry.strategy, number: number + 1)
    }
  }

  private static func map(_ network: NetworkSummary, of strategy: String, number: Int) -> Chart? {
    guard let extent = MapExtent(network) else { return nil }
    let places = network.places
    let far = network.flows.filter {
      !(extent.contains(places[$0.from]) && extent.contains(places[$0.to]))
    }.sorted { $0.shipmentsPerDay > $1.shipmentsPerDay }
    guard !far.isEmpty else { return nil }
    let shown = far.prefix(lanesMaximum)
    let lanes = DataTable(
      "lanes", title: "lanes",
      [
        .text("from", shown.map { places[$0.from].name }),
        .text("to", shown.map { places[$0.to].name }),
        .text("carrier", shown.map(\.carrier)),
        .number(
          "per_day", shown.map(\.shipmentsPerDay), unit: "shipments", heading: "shipments per day",
          digits: 2),
        .number("latitude", shown.map { places[$0.from].latitude }, unit: "°", digits: 2),
        .number("longitude", shown.map { places[$0.from].longitude }, unit: "°", digits: 2),
        .number("latitude2", shown.map { places[$0.to].latitude }, unit: "°", digits: 2),
        .number("longitude2", shown.map { places[$0.to].longitude }, unit: "°", digits: 2),
      ])
    let carriers = Array(Set(shown.map(\.carrier))).sorted()
    let colors = ["#D55E00", "#0072B2", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"]
    let color = Channel.name("carrier", order: carriers).scale([
      "domain": .array(carriers.map { .string($0) }),
      "range": .array(carriers.indices.map { .string(colors[$0 % colors.count]) }),
    ])
    let view = View(layers: [
      View(
        Mark(
          .geoshape,
          [
            "fill": .string("#8A94A6"), "fillOpacity": .number(0.06),
            "stroke": .string("#8A94A6"), "strokeOpacity": .number(0.4),
          ]), table: View.sphere),
      View(
        Mark(
          .geoshape,
          [
            "fill": .string("#8A94A6"), "fillOpacity": .number(0.2), "stroke": .string("#8A94A6"),
            "strokeOpacity": .number(0.4), "strokeWidth": .number(0.5),
          ]), table: Outline.world.rawValue),
      View(
        Mark(
          .geoshape, ["filled": .flag(false), "opacity": .number(0.75), "tooltip": .flag(true)]),
        [
          .color: color,
          .strokeWidth: Channel.quantity("per_day", "shipments per day")
            .scale(["range": .array([.number(0.6), .number(5)]), "type": .string("sqrt")]),
        ], table: "lanes"),
    ]).with { $0.projection = .world(center: center(shown.map { ($0, places) })) }
      .height(.share(0.5))
    let total = shown.reduce(0) { $0 + $1.shipmentsPerDay }
    return Chart(
      id: "lanes-\(number)",
      alt: "World map of \(far.count) lanes of \(strategy) that cross borders, "
        + "\(NumberText.count(total)) shipments per day in all.",
      note: shown.count < far.count
        ? "The \(shown.count) largest of \(far.count) lanes are drawn." : "",
      choice: strategy, tables: [lanes], view: view, outlines: [.world], arcs: "lanes")
  }

  /// The longitude in the middle of the longest lanes.
  private static func center(
    _ lanes: [(flow: NetworkSummary.Flow, places: [NetworkSummary.Place])]
  ) -> Double {
    func span(_ lane: (flow: NetworkSummary.Flow, places: [NetworkSummary.Place])) -> Double {
      var degrees = lane.places[lane.flow.to].longitude - lane.places[lane.flow.from].longitude
      if degrees > 180 { degrees -= 360 }
      if degrees < -180 { degrees += 360 }
      return degrees
    }
    guard let longest = lanes.max(by: { abs(span($0)) < abs(span($1)) }) else { return 0 }
    var middle = longest.places[longest.flow.from].longitude + span(longest) / 2
    if middle > 180 { middle -= 360 }
    if middle < -180 { middle += 360 }
    return middle.rounded()
  }
}
