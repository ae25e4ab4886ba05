/// Bars made of parts, one per strategy.
struct StackedBars {
  var summary: Summary
  /// Names of the parts, and one amount per strategy of each.
  var parts: [(label: String, amounts: [Double])]
  var unit: String
  /// Title of the axis, with its unit.
  var title: String
  var part: String
  /// Format of the axis, as d3 has it; nil: plain numbers.
  var format: String?
  /// Totals with half-widths, drawn at the end of the bars.
  var totals: [(mean: Double?, halfWidth: Double?)] = []
  /// Text of a total.
  var label: (Double) -> String = { NumberText.fixed($0, 2) }

  private var names: [String] { summary.strategies.map(\.name) }

  var table: DataTable {
    var strategy: [String] = []
    var name: [String] = []
    var amount: [Double?] = []
    var halfWidth: [Double?] = []
    var text: [String] = []
    for (row, own) in names.enumerated() {
      for part in parts where part.amounts[row] != 0 {
        strategy.append(own)
        name.append(part.label)
        amount.append(part.amounts[row])
        halfWidth.append(nil)
        text.append("")
      }
      if !totals.isEmpty, let mean = totals[row].mean {
        strategy.append(own)
        name.append("total")
        amount.append(mean)
        halfWidth.append(totals[row].halfWidth)
        text.append(label(mean))
      }
    }
    var columns: [DataTable.Column] = [
      .text("strategy", strategy), .text(part, name), .number("amount", amount, unit: unit),
    ]
    if !totals.isEmpty {
      columns.append(.number("half_width", halfWidth, unit: unit, heading: "±"))
      columns.append(.text("label", text))
    }
    return DataTable(columns)
  }

  var view: View {
    let labels = parts.map(\.label)
    let order = Channel.name("strategy", order: names)
      .axis(["labelLimit": .number(180), "ticks": .flag(false), "domain": .flag(false)])
    var axis: [String: JSONValue] = ["tickCount": Channel.ticks(every: 80)]
    if let format { axis["format"] = .string(format) }
    var amount = Channel.quantity("amount", title).axis(axis)
    amount = amount.with("stack", .string("zero"))
    let bars = View(
      Mark(
        .bar,
        [
          "tooltip": .flag(true),
          "height": .object(["band": .number(0.72)]),
        ]),
      [
        .x: amount, .y: order, .color: Palette.part(part, labels),
        .order: Channel(["field": .string("rank"), "type": .string("quantitative")]),
      ]
    ).with {
      if !totals.isEmpty { $0.transforms.append(.filter("datum.\(part) !== 'total'")) }
      let ranks = labels.map { JSONValue.string($0).compact }.joined(separator: ",")
      $0.transforms.append(.calculate("indexof([\(ranks)], datum.\(part))", as: "rank"))
    }
    guard !totals.isEmpty else {
      return View(layers: [bars]).height(.fixed(Double(names.count) * 34))
    }
    let only = "datum.\(part) === 'total'"
    var layers = [bars]
    let interval = View(
      Mark(.rule, ["strokeWidth": .number(1.5)]),
      [.x: .quantity("low", title), .x2: .end("high"), .y: order]
    ).filtered(only).with {
      $0.transforms += [
        .filter("datum.half_width > 0"),
        .calculate("datum.amount - datum.half_width", as: "low"),
        .calculate("datum.amount + datum.half_width", as: "high"),
      ]
    }
    let text = View(
      Mark(.text, ["align": .string("left"), "dx": .number(6), "fontWeight": .string("bold")]),
      [
        .x: .quantity("end", title), .y: order,
        .text: Channel(["field": .string("label"), "type": .string("nominal")]),
      ]
    ).filtered(only).with {
      $0.transforms.append(
        .calculate("datum.amount + (datum.half_width ? datum.half_width : 0)", as: "end"))
    }
    if totals.contains(where: { ($0.halfWidth ?? 0) > 0 }) { layers.append(interval) }
    return View(layers: layers + [text]).height(.fixed(Double(names.count) * 34))
  }
}
