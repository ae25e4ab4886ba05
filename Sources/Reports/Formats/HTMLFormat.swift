internal import Experiments
internal import Statistics

extension ReportFormat {
  /// For people: one page with charts that works without a network.
  public static let html = ReportFormat(
    name: "html", summary: "One page with charts, for people.", fileExtension: "html"
  ) { summary, options in
    page(of: summary, runtime: options.chartRuntime).html
  }
}

private func page(of summary: Summary, runtime: ChartRuntime?) -> Page {
  let sections = ChartKind.all.compactMap { kind -> ChartSection? in
    let charts = kind.make(summary)
    guard !charts.isEmpty else { return nil }
    return ChartSection(
      name: kind.name, heading: kind.heading, lead: kind.lead, charts: charts,
      isDrawn: runtime != nil)
  }
  let links =
    sections.map { "<a href=\"#\($0.name)\">\(HTML.escape($0.heading))</a>" }
    + [
      "<a href=\"#trust\">How far to trust it</a>",
      "<a href=\"#reproduce\">How to reproduce it</a>",
    ]
  return Page(
    title: "\(summary.scenario.name): ploy report", header: header(summary),
    first: [
      "<section id=\"scoreboard\"><h2>Scoreboard</h2>\n\(Scoreboard(summary).html)</section>",
      gates(summary), "<nav aria-label=\"Sections\">\(links.joined(separator: "\n"))</nav>",
    ],
    last: [TrustSection(summary).html, ReproduceSection(summary).html], sections: sections,
    runtime: runtime)
}

private func header(_ summary: Summary) -> String {
  let count = summary.strategies.count
  let run =
    ["\(count) \(count == 1 ? "strategy" : "strategies") × \(summary.replications) replications"]
    + summary.description + ["seed \(summary.seed)"]
  let throughput = summary.throughput
  let small = [
    "scenario sha256 \(summary.scenario.sha256.prefix(12))", "ploy \(summary.version)",
    "fingerprint \(summary.fingerprint)",
    "\(NumberText.count(Double(throughput.entities))) orders in \(NumberText.wallTime(throughput.wallSeconds))",
  ]
  let question = summary.provenance.question
  return """
    <header><h1>\(HTML.name(summary.scenario.name))</h1> <span class="run">\(run.map(HTML.escape).joined(separator: " · "))</span>
    \(question.isEmpty ? "" : "<p>\(HTML.name(question))</p>")
    <p>\(small.map(HTML.escape).joined(separator: " · "))</p></header>
    \(incomplete(summary))\(answer(summary))
    """
}

private func incomplete(_ summary: Summary) -> String {
  guard !summary.isComplete else { return "" }
  return
    "<p class=\"warning\">Incomplete: \(summary.replications) of \(summary.replicationsRequested) replications.</p>\n"
}

/// The verdict in a sentence, and four tiles about the strategy it names.
private func answer(_ summary: Summary) -> String {
  let headline = Headline(summary)
  guard let strategy = headline.strategy else { return "" }
  let sentence = headline.pieces.map { piece in
    let text = piece.isName ? HTML.name(piece.text) : HTML.escape(piece.text)
    let kept = piece.isFigure ? "<span class=\"fig\">\(text)</span>" : text
    return piece.isStrong ? "<strong>\(kept)</strong>" : kept
  }.joined()
  var tiles: [(figure: String, label: String)] = []
  let name = HTML.name(strategy.name)
  if let kpi = strategy.kpi(KPIName.cost), let mean = kpi.mean {
    tiles.append((Currency(kpi.unit).text(mean), "\(name) cost per order"))
  }
  if let median = strategy.mean(KPIName.clickToDoor + "p50") {
    tiles.append((ChartKind.hoursText(median), "\(name) median click to door"))
  }
  if let share = strategy.mean(KPIName.onTime) {
    tiles.append((NumberText.percent(share), "\(name) orders \(HTML.escape(summary.promise))"))
  }
  if let speed = summary.throughput.eventsPerWallSecond {
    tiles.append((NumberText.count(speed) + "/s", "events simulated"))
  }
  let style = headline.verdict == .better ? "" : " open"
  return """
    <p class="answer\(style)" id="verdict">\(sentence)</p>
    <div class="tiles">\(tiles.map { "<div><b>\(HTML.escape($0.figure))</b><span>\($0.label)</span></div>" }.joined(separator: "\n"))</div>
    """
}

private func gates(_ summary: Summary) -> String {
  guard !summary.gates.isEmpty else { return "" }
  let rows = summary.gates.map { gate in
    "<li class=\"\(gate.isPassed ? "better" : "worse")\">\(gate.isPassed ? "✓ passed" : "✗ missed"): "
      + "\(HTML.name(gate.strategy)) \(HTML.escape(gate.rule)) (\(HTML.escape(gate.observed)))</li>"
  }
  return "<section id=\"gates\"><h2>Gates</h2><ul class=\"plain\">\(rows.joined())</ul></section>"
}
