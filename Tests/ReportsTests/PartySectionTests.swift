import Reports
import Testing

/// Who pays and gets what, and what subsidies cost, as readers see it.
@Suite struct PartySectionTests {
  private var summary: Summary {
    var summary = Summary.launch
    let balances: [[Double]] = [
      [-43.27, 4.71, -0.25, 8.46, 2.30, 7.21, 20.84], [-43.27, 15.64, -4.08, 6.88, 0, 0, 24.83],
      [-43.83, 3.10, 1.92, 8.46, 2.30, 7.21, 20.84],
    ]
    let parties = ["buyer", "seller", "platform", "carrier", "operator", "state", "outside"]
    for (index, row) in balances.enumerated() {
      summary.strategies[index].kpis += zip(parties, row).map {
        KPI(name: "balance.\($0)", unit: "USD", mean: $1, halfWidth: 0.01)
      }
      summary.strategies[index].kpis.append(
        KPI(name: "seller_margin_share", unit: "1", mean: row[1] / 43))
    }
    let figures = [
      ("per_order", "USD", 0.56), ("spent", "USD", 19_950), ("days_in_full", "d", 4.13),
      ("ended_early", "1", 1),
    ]
    summary.strategies[1].kpis += figures.map {
      KPI(name: "subsidy.free-shipping.\($0.0)", unit: $0.1, mean: $0.2)
    }
    return summary
  }

  private func text(_ summary: Summary, width: Int = 96, isVerbose: Bool = false) -> String {
    ReportFormat.text.render(summary, RenderOptions(width: width, isVerbose: isVerbose))
  }

  @Test func `profit and loss is shown where commerce is in question, or when asked for`() {
    var summary = summary
    #expect(!text(summary).contains("P&L/order"))
    #expect(text(summary, isVerbose: true).contains("P&L/order"))
    summary.showsParties = true
    let lines = text(summary).split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "P&L/order          buyer  seller  margin  platform  carrier  operator  state  outside"))
    #expect(
      lines.contains(
        "  hybrid          −43.27   15.64     36%     −4.08     6.88         –      –    24.83"))
  }

  @Test(arguments: [96, 79, 60, 48])
  func `no line is wider than the terminal, and those who matter stay`(width: Int) throws {
    var summary = summary
    summary.showsParties = true
    let lines = text(summary, width: width).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("P&L/order") })
    for line in lines[start..<(start + 4)] { #expect(line.count <= width, "\(line)") }
    for party in ["buyer", "seller", "platform"] { #expect(lines[start].contains(party)) }
    let subsidies = try #require(lines.firstIndex { $0.hasPrefix("Subsidies") })
    for line in lines[subsidies..<(subsidies + 2)] {
      #expect(line.count <= max(width, 56), "\(line)")
    }
  }

  @Test func `a subsidy is told with its cost and its days`() {
    let lines = text(summary).split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "Subsidies                        per order   in all  in full for  ran out"))
    #expect(
      lines.contains(
        "  hybrid          free-shipping      $0.56  $19.9 k         4.1d     100%"))
    #expect(!text(.city).contains("Subsidies"))
  }

  @Test func `Markdown has both tables`() {
    var summary = summary
    summary.showsParties = true
    let markdown = ReportFormat.markdown.render(summary, RenderOptions())
    #expect(markdown.contains("## Profit and loss per order"))
    #expect(markdown.contains("| hybrid | free-shipping | $0.56 | $19.9 k | 4.1d | 100% |"))
  }
}
