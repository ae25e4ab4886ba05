internal import Statistics

/// One row per strategy: what it costs, how fast it is, and what sets it apart from the baseline.
struct Scoreboard {
  let summary: Summary
  let palette: Palette

  init(_ summary: Summary) {
    self.summary = summary
    palette = Palette(summary)
  }

  private var isCompared: Bool { summary.baseline != nil && !summary.differences.isEmpty }

  var html: String {
    let costs = summary.differences.filter { $0.kpi == KPIName.cost }
    let scale = FigureScale(costs)
    let time = TimeUnit(
      for: summary.strategies.flatMap { strategy in
        ["p50", "p90"].compactMap { strategy.mean(KPIName.clickToDoor + $0) }
      })
    let most = summary.strategies.flatMap(\.ordersPerDay).max() ?? 0
    var head = ["<th scope=\"col\">strategy</th>", heading("cost/order", "±")]
    if isCompared {
      head += [
        heading("", "", class: "plot"), heading("Δ cost", "vs baseline"),
      ]
    }
    head += ["p50", "p90", "p99"].map { heading($0, time.phrase) }
    head += [heading(summary.promise, "on time")]
    if most > 0 { head.append(heading("orders/day", "delivered")) }
    if isCompared { head.append("<th scope=\"col\" class=\"verdict\">verdict</th>") }
    let rows = summary.strategies.map { strategy in
      row(strategy, costs, scale, time, most)
    }
    return """
      <div class="scroll" role="region" aria-label="Scoreboard" tabindex="0"><table class="scoreboard">
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      <p class="note">\(note)</p>
      """
  }

  private var note: String {
    var parts: [String] = []
    let confidence = NumberText.percent(summary.confidence)
    if isCompared {
      parts.append(
        "Paired by common random numbers over \(summary.replications) replications; "
          + "simultaneous \(confidence) intervals. ✓ better, ✗ worse, ~ not separated from luck, = no difference that matters."
      )
    }
    if summary.replications > 1 {
      parts.append("± is half of a figure's own \(confidence) interval.")
    }
    parts.append("p50, p90, p99: time from click to door of half, nine in ten, 99 in 100 orders.")
    return parts.map(HTML.escape).joined(separator: " ")
  }

  private func heading(_ text: String, _ small: String, class kind: String = "") -> String {
    let name = kind.isEmpty ? "" : " class=\"\(kind)\""
    return
      "<th scope=\"col\"\(name)>\(HTML.escape(text))\(small.isEmpty ? "" : "<small>\(HTML.escape(small))</small>")</th>"
  }

  private func row(
    _ strategy: StrategySummary, _ costs: [DifferenceSummary], _ scale: FigureScale,
    _ time: TimeUnit, _ most: Double
  ) -> String {
    let isBaseline = strategy.name == summary.baseline
    var cells = [
      "<th scope=\"row\">\(InlinePlots.swatch(palette.style(of: strategy.name)))\(HTML.name(strategy.name))</th>",
      cell(strategy, KPIName.cost) { kpi, mean in
        Currency(kpi.unit).text(mean)
          + (kpi.halfWidth.map {
            "<small>±\($0 > 0 && $0 < 0.005 ? "&lt;0.01" : NumberText.fixed($0, 2))</small>"
          } ?? "")
      },
    ]
    if isCompared {
      let own = costs.first { $0.strategy == strategy.name }
      cells.append("<td class=\"plot\">\(InlinePlots.interval(own, among: costs))</td>")
      let text = own.map { scale.signed($0.mean) } ?? (isBaseline ? "baseline" : NumberText.none)
      cells.append(
        "<td class=\"\(own.map { $0.verdict.style } ?? "quiet")\" data-difference=\"\(HTML.value(own?.mean))\">\(HTML.escape(text))</td>"
      )
    }
    let times = ["p50", "p90", "p99"]
    let texts = times.map { name in
      time.column(summary.strategies.map { $0.mean(KPIName.clickToDoor + name) })
    }
    let place = summary.strategies.firstIndex { $0.name == strategy.name }!
    for (name, column) in zip(times, texts) {
      cells.append(cell(strategy, KPIName.clickToDoor + name) { _, _ in column[place] })
    }
    cells.append(cell(strategy, KPIName.onTime) { _, mean in NumberText.percent(mean) })
    if most > 0 {
      cells.append(
        "<td class=\"plot\">\(InlinePlots.sparkline(strategy.ordersPerDay, maximum: most))</td>")
    }
    if isCompared { cells.append("<td class=\"verdict\">\(verdicts(of: strategy.name))</td>") }
    return "<tr data-strategy=\"\(HTML.escape(strategy.name))\">\(cells.joined())</tr>"
  }

  private func cell(
    _ strategy: StrategySummary, _ name: String, _ text: (KPI, Double) -> String
  ) -> String {
    guard let kpi = strategy.kpi(name), let mean = kpi.mean else {
      return "<td>\(NumberText.none)</td>"
    }
    return
      "<td data-kpi=\"\(HTML.escape(name))\" data-value=\"\(HTML.value(mean))\">\(text(kpi, mean))</td>"
  }

  private func verdicts(of strategy: String) -> String {
    let own = summary.differences.filter { $0.strategy == strategy }
    guard !own.isEmpty else { return "baseline" }
    return own.map { difference in
      let scale = FigureScale(summary.differences.filter { $0.kpi == difference.kpi })
      let title =
        "\(KPIName.phrase(difference.kpi)) \(scale.signed(difference.mean)): \(difference.verdict.rawValue)"
      return
        "<span class=\"chip \(difference.verdict.style)\" title=\"\(HTML.escape(title))\">\(difference.verdict.glyph)\u{A0}\(HTML.escape(Self.short(difference.kpi)))</span>"
    }.joined(separator: " ")
  }

  /// A KPI's name in a narrow column.
  private static func short(_ kpi: String) -> String {
    switch kpi {
    case KPIName.cost: "cost"
    case KPIName.onTime: "on time"
    case _ where kpi.hasPrefix(KPIName.clickToDoor):
      String(kpi.dropFirst(KPIName.clickToDoor.count))
    default: KPIName.phrase(kpi)
    }
  }
}

extension Verdict {
  /// Class of what shows it in a page.
  var style: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .notSeparated: "unsure"
    case .equivalent: "same"
    }
  }
}
