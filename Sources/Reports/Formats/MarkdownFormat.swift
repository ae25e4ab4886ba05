internal import Experiments
internal import Statistics

extension ReportFormat {
  /// For notes, issues and pull requests.
  public static let markdown = ReportFormat(
    name: "markdown", summary: "Tables for a document.", fileExtension: "md"
  ) { summary, _ in
    var blocks = ["# \(escaped(summary.scenario.name))", introduction(summary)]
    if let table = scoreboard(summary) { blocks += ["## Strategies", table] }
    if !summary.accountColumns.isEmpty { blocks += ["## Cost per order", costs(summary)] }
    if summary.showsParties, !summary.partyColumns.isEmpty {
      blocks += ["## Profit and loss per order", parties(summary)]
    }
    if !summary.subsidies.isEmpty { blocks += ["## Subsidies", subsidies(summary)] }
    if let baseline = summary.baseline, !summary.differences.isEmpty {
      let confidence = NumberText.percent(summary.confidence)
      blocks += [
        "## Verdict against \(escaped(baseline))",
        "Paired differences with simultaneous \(confidence) intervals.", verdicts(summary),
      ]
    }
    if !summary.gates.isEmpty {
      blocks += [
        "## Gates",
        summary.gates.map {
          "- \($0.isPassed ? "✓" : "✗") \(escaped($0.strategy)): \(escaped($0.rule))"
            + " (\(escaped($0.observed)))"
        }.joined(separator: "\n"),
      ]
    }
    if !summary.notes.isEmpty {
      blocks += ["## Notes", summary.notes.map { "- \(escaped($0))" }.joined(separator: "\n")]
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

private func introduction(_ summary: Summary) -> String {
  let count = summary.strategies.count
  var parts = [
    "\(count) \(count == 1 ? "strategy" : "strategies") × \(summary.replications)"
      + " \(summary.replications == 1 ? "replication" : "replications")"
  ]
  if !summary.isComplete { parts.append("incomplete, \(summary.replicationsRequested) planned") }
  parts += summary.description
  parts.append("seed \(summary.seed)")
  let throughput = summary.throughput
  return parts.map(escaped).joined(separator: " · ") + "\\\n"
    + "\(NumberText.count(Double(throughput.entities))) orders,"
    + " \(NumberText.count(Double(throughput.events))) events in"
    + " \(NumberText.wallTime(throughput.wallSeconds)) · ploy \(summary.version)"
    + " · scenario `\(summary.scenario.sha256.prefix(12))`"
    + " · fingerprint `\(summary.fingerprint)`"
}

private func scoreboard(_ summary: Summary) -> String? {
  let strategies = summary.strategies
  var columns: [(heading: String, cells: [String])] = []
  let unit = TimeUnit(for: strategies.compactMap { $0.mean(KPIName.clickToDoor + "p50") })
  for suffix in ["p50", "p90", "p99"] {
    let values = strategies.map { $0.mean(KPIName.clickToDoor + suffix) }
    if values.contains(where: { $0 != nil }) { columns.append((suffix, unit.column(values))) }
  }
  let onTime = strategies.map { $0.mean(KPIName.onTime) }
  if onTime.contains(where: { $0 != nil }) {
    columns.append(
      (summary.promise, onTime.map { $0.map(NumberText.percent) ?? NumberText.none }))
  }
  let costs = strategies.map { $0.kpi(KPIName.cost) }
  if costs.contains(where: { $0?.mean != nil }) {
    columns.append(
      (
        "cost/order",
        costs.map { kpi in
          guard let kpi, let mean = kpi.mean else { return NumberText.none }
          let half = kpi.halfWidth.map { " ± \(NumberText.fixed($0, 2))" } ?? ""
          return Currency(kpi.unit).text(mean) + half
        }
      ))
  }
  return columns.isEmpty ? nil : table(strategies.map(\.name), columns)
}

private func costs(_ summary: Summary) -> String {
  table(
    summary.strategies.map(\.name),
    summary.accountColumns.map { ($0.column.heading, $0.column.cells) })
}

private func parties(_ summary: Summary) -> String {
  table(
    summary.strategies.map(\.name),
    summary.partyColumns.map { ($0.column.heading, $0.column.cells) })
}

private func subsidies(_ summary: Summary) -> String {
  let rows = summary.subsidies
  let columns = SubsidyRow.columns(rows).enumerated().map { index, column in
    (index == 0 ? "subsidy" : column.heading, index == 0 ? column.cells.map(escaped) : column.cells)
  }
  return table(rows.map(\.strategy), columns)
}

private func verdicts(_ summary: Summary) -> String {
  var rows: [String] = []
  for kpi in summary.comparedKPIs {
    let differences = summary.differences.filter { $0.kpi == kpi }
    let scale = FigureScale(differences)
    rows += differences.map { difference in
      let interval =
        difference.interval.map { "[\(scale.signed($0.low)), \(scale.signed($0.high))]" }
        ?? NumberText.none
      return "| \(escaped(KPIName.phrase(kpi))) | \(escaped(difference.strategy))"
        + " | \(scale.signed(difference.mean)) | \(interval)"
        + " | \(difference.verdict.glyph) \(difference.verdict.rawValue) |"
    }
  }
  return
    (["| KPI | strategy | difference | interval | verdict |", "|---|---|---:|---|---|"] + rows)
    .joined(separator: "\n")
}

private func table(_ names: [String], _ columns: [(heading: String, cells: [String])]) -> String {
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  let rule = "|---|" + columns.map { _ in "---:|" }.joined()
  let rows = names.indices.map { row in line([escaped(names[row])] + columns.map { $0.cells[row] })
  }
  return ([line(["strategy"] + columns.map { escaped($0.heading) }), rule] + rows)
    .joined(separator: "\n")
}

/// Text that Markdown reads as itself.
private func escaped(_ text: String) -> String {
  var escaped = ""
  for character in text {
    if "\\`*_|<[]#".contains(character) { escaped.append("\\") }
    escaped.append(character.isNewline ? " " : character)
  }
  return escaped
}
