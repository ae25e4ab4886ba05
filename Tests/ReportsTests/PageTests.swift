import Foundation
import Statistics
import Testing

@testable import Reports

/// Pages as text; `BrowserTests` opens them.
@Suite struct PageTests {
  private let runtime = ChartRuntime(
    source: "var x = '</script>', y = '<!--';", license: "a license */ here")

  private func page(_ summary: Summary, _ runtime: ChartRuntime? = nil) -> String {
    var options = RenderOptions()
    options.chartRuntime = runtime
    return ReportFormat.html.render(summary, options)
  }

  @Test func `figures of the scoreboard are those of the JSON, to the last digit`() throws {
    let json = ReportFormat.json.render(.small, RenderOptions())
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let strategies = try #require(object?["strategies"] as? [[String: Any]])
    let text = page(.small)
    var compared = 0
    for row in text.split(separator: "<tr data-strategy=\"").dropFirst() {
      let name = String(row.prefix { $0 != "\"" })
      let kpis = try #require(
        strategies.first { $0["name"] as? String == name }?["kpis"] as? [String: [String: Any]])
      for match in row.matches(of: /data-kpi="([^"]+)" data-value="([^"]+)"/) {
        #expect(Double(match.2) == kpis[String(match.1)]?["mean"] as? Double)
        compared += 1
      }
    }
    #expect(compared == 10)
  }

  @Test func `nothing in a name or a script ends an element`() {
    var summary = Summary.small
    let name = "</script><script>alert(1)</script>\"'&\u{2028}"
    summary.scenario.name = name
    summary.strategies[1].name = name
    for index in summary.differences.indices { summary.differences[index].strategy = name }
    let text = page(summary, runtime)
    // The page's own: data, charts and behavior.
    #expect(text.matches(of: /<script/).count == 3)
    #expect(text.matches(of: /<\/script/).count == 3)
    #expect(!text.contains("alert(1)</script>"))
    #expect(!text.contains("<!--"))
    #expect(text.contains("a license * / here"))
  }

  @Test func `the data in a page reads back as JSON`() throws {
    let text = page(.small, runtime)
    let start = try #require(text.range(of: "id=\"ploy-data\">")).upperBound
    let end = try #require(text.range(of: "</script>", range: start..<text.endIndex)).lowerBound
    let object = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8))
    let charts = try #require((object as? [String: Any])?["charts"] as? [String: Any])
    #expect(charts.count == ChartKind.all.flatMap { $0.make(.small) }.count)
  }

  @Test func `without a runtime there are tables and a hint, and no place for charts`() {
    let text = page(.small)
    #expect(text.contains("id=\"no-charts\""))
    #expect(!text.contains("class=\"chart\""))
    #expect(text.contains("<details class=\"table\" open>"))
    #expect(!page(.small, runtime).contains("id=\"no-charts\""))
  }

  @Test func `the verdict says what is better and what is worse`() {
    #expect(
      Headline(.small).text
        == "No strategy beats hub on every count. direct is the cheapest: cost per order −$1.50 (95% interval −$2.00 to −$1.00); but click to door mean +4.0h (95% interval +3.0h to +5.0h)."
    )
  }

  @Test func `a strategy that wins on every count is said to win`() {
    var summary = Summary.small
    summary.differences.removeAll { $0.verdict != .better }
    #expect(Headline(summary).text.hasPrefix("direct beats hub on every count: cost per order"))
    #expect(Headline(summary).verdict == .better)
  }

  @Test func `where nothing is better the baseline holds`() {
    var summary = Summary.small
    summary.differences.removeAll { $0.verdict == .better }
    #expect(Headline(summary).text == "hub holds: no other strategy is better on any count.")
    summary.differences.removeAll { $0.verdict == .worse }
    #expect(
      Headline(summary).text == "hub is not beaten: nothing sets a better strategy apart from luck."
    )
  }

  @Test func `without a baseline the cheapest and the fastest are named`() {
    var summary = Summary.small
    summary.baseline = nil
    summary.differences = []
    #expect(
      Headline(summary).text.hasPrefix(
        "direct is the cheapest at $3.33 per order, hub the fastest at 20 h"))
  }

  @Test func `LaTeX and its special characters read as agreed`() throws {
    try expectGolden(ReportFormat.latex.render(.launch, RenderOptions()), "launch.tex")
    var summary = Summary.small
    summary.scenario.name = "50 % & more_{\\x}"
    let text = ReportFormat.latex.render(summary, RenderOptions())
    #expect(text.contains("50 \\% \\& more\\_\\{\\textbackslash{}x\\}"))
  }

  @Test func `a tornado shows the largest effect first`() throws {
    let table = FindingsTable(
      "effects_cost", title: "effect on cost",
      [
        .init("effect", [.text("a"), .text("b")]),
        .init("low to high", [.figure(1, halfWidth: 0.5), .figure(-3, halfWidth: 0.1)]),
      ])
    let findings = Findings(
      schema: "ploy.sweep/1", scenario: Summary.small.scenario, version: "0.1.0", seed: 1,
      description: [], tables: [table], answer: ["<b>"], throughput: Summary.small.throughput,
      isComplete: true, isConclusive: true)
    let chart = try #require(findings.charts.first)
    try expectGolden(
      chart.specification.text() + "\n" + chart.tables[0].rows.text() + "\n", "charts/tornado.txt")
    #expect(findings.page(runtime: nil).contains("&lt;b&gt;"))
  }
}
