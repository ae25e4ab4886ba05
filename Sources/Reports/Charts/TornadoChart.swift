extension Findings {
  /// Effects and coefficients as bars, the largest first.
  var charts: [Chart] {
    tables.filter { $0.name.hasPrefix("effects_") || $0.name.hasPrefix("metamodel_") }
      .enumerated().compactMap { tornado($1, number: $0 + 1) }
  }

  private func tornado(_ table: FindingsTable, number: Int) -> Chart? {
    guard table.columns.count == 2 else { return nil }
    var rows: [(name: String, value: Double, halfWidth: Double?)] = []
    for (name, cell) in zip(table.columns[0].cells, table.columns[1].cells) {
      guard case .figure(let value?, let halfWidth) = cell, name.text != "constant" else {
        continue
      }
      rows.append((name.text, value, halfWidth))
    }
    guard !rows.isEmpty else { return nil }
    rows.sort { abs($0.value) > abs($1.value) }
    let figures = DataTable([
      .text("effect", rows.map(\.name)),
      .number("value", rows.map(\.value), unit: table.unit),
      .number("half_width", rows.map(\.halfWidth), unit: table.unit, heading: "±"),
      .number("low", rows.map { row in row.halfWidth.map { row.value - $0 } }, unit: table.unit),
      .number("high", rows.map { row in row.halfWidth.map { row.value + $0 } }, unit: table.unit),
    ])
    let unit = table.unit == "1" ? "share" : table.unit.phrase
    let title = table.columns[1].heading + (unit.isEmpty ? "" : ", \(unit)")
    let order = Channel.name("effect", order: rows.map(\.name)).axis([
      "labelLimit": .number(260), "ticks": .flag(false), "domain": .flag(false),
    ])
    return Chart(
      id: "tornado-\(number)", title: table.title,
      alt: "Bars of the \(table.title), the largest first: "
        + rows.prefix(5).map { "\($0.name) \(VerificationSummary.figure($0.value))" }
        .joined(separator: ", ") + ".",
      note: "Lines are simultaneous intervals; where one touches zero, the effect may be luck.",
      tables: [figures],
      view: View(layers: [
        View(
          Mark(.bar, ["tooltip": .flag(true), "height": .object(["band": .number(0.7)])]),
          [
            .x: Channel.quantity("value", title).axis(["tickCount": Channel.ticks(every: 80)]),
            .y: order,
            .color: Channel([
              "condition": .object([
                "test": .string("datum.value < 0"), "value": .string("#0072B2"),
              ]), "value": .string("#E69F00"),
            ]),
          ]),
        View(
          Mark(.rule, ["strokeWidth": .number(1.5)]),
          [.x: .quantity("low", title), .x2: .end("high"), .y: order]
        ).filtered("isValid(datum.low)"),
      ]).height(.fixed(Double(rows.count) * 26)))
  }
}
