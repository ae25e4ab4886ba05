internal import Foundation

extension TraceSummary {
  /// The life of the order for a terminal.
  public func text(_ options: RenderOptions) -> String {
    let head =
      "\(strategy), order \(order), replication \(replication), seed \(seed)"
    var sections = [[options.paint(scenario, .heading) + "  " + head]]
    var about = [
      "Placed   \(placed.local)  in \(zone), from \(seller)",
      "Promised \(promised.local)  \(Self.clock((promised.microseconds - placed.microseconds) / 10_000)) later",
    ]
    about += lines.map { "\($0.units) x \($0.sku)" }
      .wrapped(", ", to: options.width, first: "Ordered  ", indent: "         ")
    sections.append(about)
    for (index, shipment) in shipments.enumerated() {
      sections.append(table(of: shipment, number: index + 1, options))
    }
    sections.append(timeLines(options))
    sections.append(moneyTable(options))
    return sections.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private func table(of shipment: Shipment, number: Int, _ options: RenderOptions) -> [String] {
    let shown = shipment.steps.filter { $0.ticks > 0 || $0.cost != 0 }
    func column(_ heading: String, _ cells: [String], right: Bool = false) -> TextTable.Column {
      TextTable.Column(heading: heading, cells: cells, isAlignedRight: right)
    }
    let units = "\(shipment.units) \(shipment.units == 1 ? "unit" : "units")"
    let awaited = shipment.awaited > 0 ? ", \(shipment.awaited) not on hand" : ""
    let title = "Shipment \(number) from \(shipment.site): \(units)\(awaited)"
    var begins = shown.map { String($0.began.local) }
    var whats = shown.map { ($0.isWait ? "wait: \($0.what)" : $0.what).truncated(to: 22) }
    var places = shown.map { step in
      step.destination.map { "\(step.place) → \($0)" } ?? step.place
    }
    var stages = shown.map { $0.stage.replacing("_", with: " ") }
    var times = shown.map { Self.clock($0.ticks) }
    var costs = shown.map { $0.cost == 0 ? "" : Self.amount($0.cost) }
    let total = shown.reduce(Int64(0)) { $0 + $1.ticks }
    if let arrived = shipment.arrived {
      begins.append(arrived.local)
      whats.append("at the door")
      places.append(zone)
      stages.append("")
      times.append(Self.clock(total))
      let booked = postings.reduce(Int64(0)) {
        $0 + ($1.shipment == number && $1.isCost ? $1.micros : 0)
      }
      costs.append(Self.amount(booked))
    }
    var table = TextTable(columns: [
      column("  Local time", begins), column("what", whats), column("where", places),
      column("stage", stages), column("time", times, right: true),
      column("cost", costs, right: true),
    ])
    let excess = table.width + 2 - options.width
    if excess > 0 {
      let widest = places.map(\.displayWidth).max() ?? 0
      table.columns[2].cells = places.map { $0.truncated(to: max(12, widest - excess)) }
    }
    return [options.paint(title, .heading)] + table.lines(indent: 2, paint: options.paint)
  }

  private func timeLines(_ options: RenderOptions) -> [String] {
    switch end {
    case "lost": return ["Time     lost: nobody had the goods, and it does not wait"]
    case "declined":
      return ["Time     never placed here: too slow a promise, or sold out in the shop"]
    case "canceled":
      return ["Time     canceled before any of it had left, or because it came too late"]
    case "refused": return ["Time     refused: nobody took it at the door"]
    case "open": return ["Time     not at the door when the run ended"]
    default: break
    }
    let parts = stages.map { "\($0.stage.replacing("_", with: " ")) \(Self.clock($0.ticks))" }
    var lines = parts.wrapped(
      " + ", to: options.width - 38, first: "Time     ", indent: "       + ")
    lines[lines.count - 1] += " = \(Self.clock(clickToDoorTicks)) from click to door"
    if isLate {
      let arrived = shipments[lastShipment - 1].arrived?.microseconds ?? 0
      let late = Self.clock((arrived - promised.microseconds) / 10_000)
      lines.append("Late     by \(late)" + (cause.map { ", mostly by \($0)" } ?? ""))
    } else {
      lines.append("On time")
    }
    return lines
  }

  private func moneyTable(_ options: RenderOptions) -> [String] {
    guard !postings.isEmpty else { return [] }
    var rows: [(text: [String], micros: Int64)] = []
    for posting in postings {
      let text = [
        posting.account.replacing("_", with: " "), "\(posting.payer) pays \(posting.payee)",
        posting.isCost ? "cost" : "transfer",
      ]
      if let index = rows.firstIndex(where: { $0.text == text }) {
        rows[index].micros += posting.micros
      } else {
        rows.append((text, posting.micros))
      }
    }
    rows = rows.filter { $0.text[2] == "transfer" } + rows.filter { $0.text[2] == "cost" }
    rows.append((["cost to serve", "", ""], costToServe))
    let table = TextTable(columns: [
      .init(heading: "Money", cells: rows.map { $0.text[0] }, isAlignedRight: false),
      .init(heading: "", cells: rows.map { $0.text[1] }, isAlignedRight: false),
      .init(heading: "", cells: rows.map { $0.text[2] }, isAlignedRight: false),
      .init(heading: currency, cells: rows.map { Self.amount($0.micros) }),
    ])
    return table.lines(indent: 2, paint: options.paint)
  }

  /// "43:07:39.12" of hundredths of a second.
  static func clock(_ ticks: Int64) -> String {
    let size = abs(ticks)
    let seconds = size / 100
    let text = String(
      format: "%lld:%02lld:%02lld.%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60,
      size % 100)
    return ticks < 0 ? "\u{2212}" + text : text
  }

  /// All six decimals of an amount, so that a column adds up.
  static func amount(_ micros: Int64) -> String {
    let size = micros.magnitude
    let text = String(format: "%llu.%06llu", size / 1_000_000, size % 1_000_000)
    return micros < 0 ? "\u{2212}" + text : text
  }
}
