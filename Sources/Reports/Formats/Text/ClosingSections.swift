internal import Foundation

/// What must be known before believing the numbers.
func notesSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  summary.notes.flatMap { note in
    note.split(separator: " ").map(String.init)
      .wrapped(" ", to: options.width, first: "Note  ", indent: "      ")
  }
}

/// Which strategies may be the best by each primary KPI.
func bestSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  guard !summary.best.isEmpty else { return [] }
  let percent = NumberText.fixed(summary.confidence * 100, 0)
  let heading = "May be the best (jointly, \(percent)% over all pairs)"
  let table = TextTable(columns: [
    .init(heading: heading, cells: summary.best.map(\.kpi), isAlignedRight: false),
    .init(
      heading: "", cells: summary.best.map { $0.possiblyBest.joined(separator: ", ") },
      isAlignedRight: false),
  ])
  return table.lines(indent: 2, paint: options.paint)
}

/// The scenario's rules, met or not, with what was found where they were not.
func gatesSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  guard !summary.gates.isEmpty else { return [] }
  let gates = summary.gates.map { gate in
    gate.isPassed
      ? "✓ \(gate.strategy) \(gate.rule)" : "✗ \(gate.strategy) \(gate.rule) (\(gate.observed))"
  }
  let lines = gates.wrapped("   ", to: options.width, first: "Gates  ", indent: "       ")
  return lines.enumerated().map { index, line in
    var line = line.replacing("✓", with: options.paint("✓", .good))
      .replacing("✗", with: options.paint("✗", .bad))
    if index == 0 { line = options.paint("Gates", .heading) + line.dropFirst("Gates".count) }
    return line
  }
}

/// Files written and how to go on.
func pointersSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let width = summary.pointers.map(\.label.displayWidth).max() ?? 0
  return summary.pointers.map {
    options.paint($0.label.padded(to: width), .heading) + "  " + $0.text
  }
}

/// Every KPI of every strategy with its interval.
func figuresSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  var lines: [String] = []
  for strategy in summary.strategies {
    let shown = strategy.kpis.map { kpi -> (String, String, String) in
      let decimals = decimals(of: kpi)
      let mean = kpi.mean.map { NumberText.fixed($0, decimals) } ?? NumberText.none
      let half = kpi.halfWidth.map { "±" + NumberText.fixed($0, decimals) } ?? ""
      return (mean, half, kpi.unit == "1" ? "" : kpi.unit)
    }
    let table = TextTable(columns: [
      .init(
        heading: strategy.name.truncated(to: 40),
        cells: strategy.kpis.map { $0.name.truncated(to: 44) }, isAlignedRight: false),
      .init(heading: "", cells: shown.map(\.0)),
      .init(heading: "", cells: shown.map(\.1)),
      .init(heading: "", cells: shown.map(\.2), isAlignedRight: false),
    ])
    lines += table.lines(indent: 2, paint: options.paint)
  }
  return lines
}

/// Two digits of the half-width; without one, three decimals of what is not a whole number.
private func decimals(of kpi: KPI) -> Int {
  if let half = kpi.halfWidth, half > 0 {
    return min(max(1 - Int(log10(half).rounded(.down)), 0), 6)
  }
  return kpi.mean.map { $0 == $0.rounded() } == true ? 0 : 3
}
