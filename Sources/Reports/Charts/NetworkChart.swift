extension ChartKind {
  /// Flows drawn at most, the largest.
  private static let flowsMaximum = (perMap: 220, inAll: 1600)
  private static let labelsMaximum = 12

  /// Where goods go near the customers.
  static let network = ChartKind(
    name: "network", heading: "Network and flows",
    lead:
      "Lines are shipments per day, the wider the more: orange between sites, blue to the door. Squares are sites, colored by how busy their busiest process is while staffed; dots are customers."
  ) { summary in
    let mapped = summary.mapped
    let most = min(flowsMaximum.perMap, flowsMaximum.inAll / max(1, mapped.count))
    return mapped.enumerated().compactMap { number, entry in
      map(
        entry.network, of: entry.strategy,
        busy: summary.strategies.first { $0.name == entry.strategy }?.busiestProcesses(
          of: Set(entry.network.places.lazy.filter { !$0.group.isEmpty }.map(\.name))) ?? [:],
        number: number + 1, flowsMaximum: most)
    }
  }

  private static func map(
    _ network: NetworkSummary, of strategy: String,
    busy: [String: (process: String, share: Double)], number: Int, flowsMaximum: Int
  ) -> Chart? {
    guard let extent = MapExtent(network) else { return nil }
    let places = network.places
    let near = network.flows.filter {
      extent.contains(places[$0.from]) && extent.contains(places[$0.to])
        && !places[$0.from].isAt(places[$0.to])
    }.sorted { $0.shipmentsPerDay > $1.shipmentsPerDay }
    let shown = near.prefix(flowsMaximum)
    var throughput = [Double](repeating: 0, count: places.count)
    for flow in network.flows {
      throughput[flow.from] += flow.shipmentsPerDay
      if places[flow.to].group.isEmpty { throughput[flow.to] += flow.shipmentsPerDay }
    }
    let sites = places.indices.filter {
      !places[$0].group.isEmpty && extent.contains(places[$0]) && throughput[$0] > 0
    }.sorted { throughput[$0] > throughput[$1] }
    let zones = places.indices.filter { places[$0].group.isEmpty && throughput[$0] > 0 }
    guard !sites.isEmpty || !zones.isEmpty else { return nil }
    let labels = labeled(sites, places, extent)
    let flows = DataTable(
      "flows", title: "flows",
      [
        .text("from", shown.map { places[$0.from].name }),
        .text("to", shown.map { places[$0.to].name }),
        .text("carrier", shown.map(\.carrier)),
        .text("flow", shown.map { places[$0.to].group.isEmpty ? "to the door" : "between sites" }),
        .number(
          "per_day", shown.map(\.shipmentsPerDay), unit: "shipments", heading: "shipments per day",
          digits: 1),
        .number("latitude", shown.map { places[$0.from].latitude }, unit: "°", digits: 2),
        .number("longitude", shown.map { places[$0.from].longitude }, unit: "°", digits: 2),
        .number("latitude2", shown.map { places[$0.to].latitude }, unit: "°", digits: 2),
        .number("longitude2", shown.map { places[$0.to].longitude }, unit: "°", digits: 2),
      ])
    let rows = sites + zones
    let points = DataTable(
      "places", title: "sites and zones",
      [
        .text("name", rows.map { places[$0].name }),
        .text("group", rows.map { places[$0].group.isEmpty ? "customers" : places[$0].group }),
        .number(
          "per_day", rows.map { throughput[$0] }, unit: "shipments", heading: "shipments per day",
          digits: 1),
        .number(
          "utilization", rows.map { busy[places[$0].name]?.share }, unit: "1", digits: 3),
        .text(
          "busiest", rows.map { busy[places[$0].name]?.process ?? "" }, heading: "busiest process"),
        .text("label", rows.map { labels.contains($0) ? places[$0].name : "" }),
        .text(
          "side",
          rows.map {
            places[$0].longitude > extent.east - 0.18 * (extent.east - extent.west)
              ? "left" : "right"
          }),
        .number("latitude", rows.map { places[$0].latitude }, unit: "°", digits: 2),
        .number("longitude", rows.map { places[$0].longitude }, unit: "°", digits: 2),
      ])
    let total = near.reduce(0) { $0 + $1.shipmentsPerDay }
    let part = shown.reduce(0) { $0 + $1.shipmentsPerDay }
    var notes: [String] = []
    if shown.count < near.count {
      notes.append(
        "The \(shown.count) largest of \(near.count) flows are drawn, "
          + "\(NumberText.percent(total > 0 ? part / total : 0)) of what goes from place to place here."
      )
    }
    if shown.isEmpty {
      notes.append(
        sites.isEmpty
          ? "There are no sites near the customers; lanes from far away are below."
          : "There are no lines: every site here serves the customers around it.")
    }
    return Chart(
      id: "network-\(number)",
      alt:
        "Map of the network of \(strategy): \(sites.count) sites, \(zones.count) places where "
        + "customers are, and the shipments per day between them.",
      note: notes.joined(separator: " "), choice: strategy,
      tables: shown.isEmpty ? [points] : [flows, points],
      view: View(layers: layers(extent, hasFlows: !shown.isEmpty)).with {
        $0.projection = extent.projection
        $0.ownScales = [.size]
      }
      .height(.share(extent.aspect)),
      outlines: extent.outlines)
  }

  /// Busy sites whose names have room.
  private static func labeled(
    _ sites: [Int], _ places: [NetworkSummary.Place], _ extent: MapExtent
  ) -> Set<Int> {
    let reach = (x: extent.degreesWide * 0.13, y: extent.degreesWide * 0.02)
    var kept: [Int] = []
    for site in sites where kept.count < labelsMaximum {
      let place = places[site]
      let isFree = kept.allSatisfy {
        abs(places[$0].longitude - place.longitude) > reach.x
          || abs(places[$0].latitude - place.latitude) > reach.y
      }
      if isFree { kept.append(site) }
    }
    return Set(kept)
  }

  private static func layers(_ extent: MapExtent, hasFlows: Bool) -> [View] {
    let land = Mark(
      .geoshape,
      [
        "fill": .string("#8A94A6"), "fillOpacity": .number(0.16), "stroke": .string("#8A94A6"),
        "strokeOpacity": .number(0.5), "strokeWidth": .number(0.6), "clip": .flag(true),
      ])
    let flow = Channel.name("flow", order: ["between sites", "to the door"])
      .scale([
        "domain": .array([.string("between sites"), .string("to the door")]),
        "range": .array([.string("#D55E00"), .string("#0072B2")]),
      ])
    let place: [Channel.Name: Channel] = [
      .longitude: .position("longitude"), .latitude: .position("latitude"),
    ]
    let lines = View(
      Mark(.rule, ["opacity": .number(0.5), "tooltip": .flag(true), "clip": .flag(true)]),
      place.merging([
        .longitude2: Channel(["field": .string("longitude2")]),
        .latitude2: Channel(["field": .string("latitude2")]), .color: flow,
        .strokeWidth: Channel.quantity("per_day", "shipments per day")
          .scale(["range": .array([.number(0.3), .number(5)]), "type": .string("sqrt")]),
      ]) { $1 }, table: "flows")
    return extent.outlines.map { View(land, table: $0.rawValue) } + (hasFlows ? [lines] : []) + [
      View(
        Mark(
          .point,
          [
            "shape": .string("circle"), "filled": .flag(true), "color": .string("#7A8290"),
            "opacity": .number(0.7), "tooltip": .flag(true), "clip": .flag(true),
          ]),
        place.merging([
          .size: Channel.quantity("per_day", nil)
            .scale(["range": sizes(2...24, 4...60)]).withoutLegend
        ]) { $1 }, table: "places"
      ).filtered("datum.group === 'customers'"),
      View(
        Mark(
          .point,
          [
            "shape": .string("square"), "filled": .flag(true), "color": .string("#8A94A6"),
            "stroke": .string("#59616E"), "strokeWidth": .number(0.8),
            "opacity": .number(1), "tooltip": .flag(true), "clip": .flag(true),
          ]),
        place.merging([
          .size: Channel.quantity("per_day", nil)
            .scale(["range": sizes(5...70, 14...240)]).withoutLegend,
          .fill: Channel.quantity("utilization", "utilization").scale([
            "scheme": .string("viridis"), "domain": .array([.number(0), .number(1)]),
            "clamp": .flag(true),
          ]).legend([
            "format": .string(".0%"), "orient": .string("bottom"), "gradientLength": .number(120),
          ]),
        ]) { $1 }, table: "places"
      ).filtered("datum.group !== 'customers'"),
    ] + [label(isRight: true, place), label(isRight: false, place)]
  }

  /// Areas of marks on a phone and on a screen [px²].
  private static func sizes(_ narrow: ClosedRange<Int>, _ wide: ClosedRange<Int>) -> JSONValue {
    .array(
      [(narrow.lowerBound, wide.lowerBound), (narrow.upperBound, wide.upperBound)].map {
        .object(["expr": .string("width < 520 ? \($0) : \($1)")])
      })
  }

  /// Names to the right of their sites, or to the left near the eastern edge; on a phone there is no room.
  private static func label(isRight: Bool, _ place: [Channel.Name: Channel]) -> View {
    View(
      Mark(
        .text,
        [
          "align": .string(isRight ? "left" : "right"), "dx": .number(isRight ? 7 : -7),
          "dy": .number(-6), "fontSize": .number(11), "fontWeight": .string("bold"),
          "opacity": .object(["expr": .string("width < 520 ? 0 : 1")]),
        ]),
      place.merging([
        .text: Channel(["field": .string("label"), "type": .string("nominal")])
      ]) { $1 }, table: "places"
    ).filtered("datum.label !== '' && datum.side === '\(isRight ? "right" : "left")'")
  }
}

extension NetworkSummary.Place {
  /// Whether it is where another one is.
  func isAt(_ other: NetworkSummary.Place) -> Bool {
    latitude == other.latitude && longitude == other.longitude
  }
}

extension Summary {
  /// Strategies a map or heat map is made of, at most: fewer where other charts grow with them.
  private var choicesMaximum: Int { strategies.count > 12 ? 5 : 8 }

  /// Strategies to choose from where a section shows one at a time.
  var choices: [StrategySummary] { Array(strategies.prefix(choicesMaximum)) }

  /// Their networks, those that lie on the earth.
  var mapped: [(strategy: String, network: NetworkSummary)] {
    choices.compactMap { strategy in strategy.network.map { (strategy.name, $0) } }
  }
}

extension StrategySummary {
  /// The process of each of these sites that is busy for the largest share of its staffed time.
  func busiestProcesses(of sites: Set<String>) -> [String: (process: String, share: Double)] {
    var found: [String: (process: String, share: Double)] = [:]
    for kpi in kpis where kpi.name.hasPrefix(KPIName.utilization) {
      guard let share = kpi.mean else { continue }
      // Names of sites may hold dots.
      var rest = kpi.name.dropFirst(KPIName.utilization.count)
      let whole = rest
      while let dot = rest.lastIndex(of: ".") {
        rest = whole[..<dot]
        let site = String(rest)
        guard sites.contains(site) else { continue }
        if share > found[site]?.share ?? -1 {
          found[site] = (String(whole[whole.index(after: dot)...]), share)
        }
        break
      }
    }
    return found
  }
}
