internal import Statistics

extension ReportFormat {
  /// The scoreboard as a table for a paper; needs the package booktabs.
  public static let latex = ReportFormat(
    name: "latex", summary: "The scoreboard as a LaTeX table (booktabs).", fileExtension: "tex"
  ) { summary, _ in
    table(summary)
  }
}

private func table(_ summary: Summary) -> String {
  let time = TimeUnit(for: summary.strategies.compactMap { $0.mean(KPIName.clickToDoor + "p50") })
  let code = summary.strategies.lazy.compactMap { $0.kpi(KPIName.cost)?.unit }.first ?? ""
  let costs = summary.differences.filter { $0.kpi == KPIName.cost }
  var heads = ["Strategy", "Cost [\(code)]"]
  if !costs.isEmpty { heads.append("$\\Delta$ cost") }
  heads += ["p50", "p90", "p99"].map { "\($0) [\(time.rawValue)]" } + ["On time"]
  let rows = summary.strategies.map { strategy in
    let cost = strategy.kpi(KPIName.cost)
    var cells = [
      escaped(strategy.name),
      math(cost?.mean, 2)
        + (cost?.mean != nil
          ? cost?.halfWidth.map { " $\\pm$ \(NumberText.plain($0, 2))" } ?? "" : ""),
    ]
    if !costs.isEmpty {
      let own = costs.first { $0.strategy == strategy.name }
      cells.append(
        own.map { difference in
          math(difference.mean, 2)
            + (difference.interval.map {
              " $[\(NumberText.plain($0.low, 2)), \(NumberText.plain($0.high, 2))]$"
            } ?? "")
        } ?? "--")
    }
    for name in ["p50", "p90", "p99"] {
      cells.append(
        math(strategy.mean(KPIName.clickToDoor + name).map(time.value(ofHours:)), 1))
    }
    cells.append(
      strategy.mean(KPIName.onTime).map { escaped(NumberText.percent($0)) } ?? "--")
    return "  " + cells.joined(separator: " & ") + " \\\\"
  }
  let caption = [
    summary.scenario.name, "\(summary.replications) replications", "seed \(summary.seed)",
    "fingerprint \(summary.fingerprint)",
  ].map(escaped).joined(separator: ", ")
  return """
    \\begin{table}
      \\centering
      \\caption{\(caption).}
      \\begin{tabular}{l\(String(repeating: "r", count: heads.count - 1))}
      \\toprule
      \(heads.joined(separator: " & ")) \\\\
      \\midrule
    \(rows.joined(separator: "\n"))
      \\bottomrule
      \\end{tabular}
    \\end{table}

    """
}

private func math(_ x: Double?, _ decimals: Int) -> String {
  guard let x, x.isFinite else { return "--" }
  return x < 0 ? "$\(NumberText.plain(x, decimals))$" : NumberText.plain(x, decimals)
}

/// Text that LaTeX sets as itself.
private func escaped(_ text: String) -> String {
  var escaped = ""
  for character in text {
    switch character {
    case "\\": escaped += "\\textbackslash{}"
    case "~": escaped += "\\textasciitilde{}"
    case "^": escaped += "\\textasciicircum{}"
    case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(character)"
    case _ where character.isNewline: escaped += " "
    default: escaped.append(character)
    }
  }
  return escaped
}
