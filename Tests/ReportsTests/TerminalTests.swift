import Statistics
import Testing

@testable import Reports

@Suite struct TerminalTests {
  @Test func `a colour choice beats NO_COLOR beats FORCE_COLOR beats the terminal`() {
    let both = ["NO_COLOR": "1", "FORCE_COLOR": "1"]
    #expect(ColorChoice.always.isEnabled(environment: both, isTerminal: false))
    #expect(!ColorChoice.never.isEnabled(environment: ["FORCE_COLOR": "1"], isTerminal: true))
    #expect(!ColorChoice.auto.isEnabled(environment: both, isTerminal: true))
    #expect(ColorChoice.auto.isEnabled(environment: ["FORCE_COLOR": "1"], isTerminal: false))
    #expect(!ColorChoice.auto.isEnabled(environment: ["FORCE_COLOR": "0"], isTerminal: true))
    #expect(ColorChoice.auto.isEnabled(environment: ["NO_COLOR": ""], isTerminal: true))
    #expect(!ColorChoice.auto.isEnabled(environment: [:], isTerminal: false))
    #expect(!ColorChoice.auto.isEnabled(environment: ["TERM": "dumb"], isTerminal: true))
  }

  @Test func `padding and cutting count columns, not characters`() {
    #expect("前置仓".padded(to: 8) == "前置仓  ")
    #expect("e\u{301}".padded(to: 3, alignedRight: true) == "  e\u{301}")
    #expect("前置仓".truncated(to: 5) == "前置…")
    #expect("前置仓".truncated(to: 4) == "前…")
    #expect("abc".truncated(to: 3) == "abc")
  }

  @Test func `an interval that excludes zero never touches zero's cell`() {
    let near = Interval(low: -0.36, high: -0.001)
    let far = Interval(low: 300, high: 340)
    let plot = IntervalPlot([near, far], width: 20)
    let text = plot.text(mean: -0.2, interval: near)
    #expect(text.hasPrefix("●┊"))
    #expect(!text.contains("┼"))
  }

  @Test func `an interval across zero crosses the line and a missing one leaves it alone`() {
    let across = Interval(low: -10, high: 5)
    let plot = IntervalPlot([across], width: 16)
    #expect(plot.text(mean: -5, interval: across) == "─────●────┼─────")
    #expect(plot.text(mean: 3, interval: nil) == "          ┊     ")
    let point = Interval(low: 0, high: 0)
    #expect(IntervalPlot([point], width: 5).text(mean: 0, interval: point) == "  ●  ")
  }

  @Test func `a sparkline starts at zero and averages down`() {
    #expect(Sparkline.text([0, 1, 2, 7], maximum: 7, width: 8) == "▁▂▃█")
    #expect(Sparkline.text([0, 2, 6, 8], maximum: 7, width: 2) == "▂█")
    #expect(Sparkline.text([1, 2], maximum: 0, width: 2) == "")
  }

  @Test func `a table drops the columns of highest rank until it fits`() {
    var table = TextTable(columns: [
      .init(heading: "a", cells: ["1"]), .init(heading: "bb", cells: ["2"], dropRank: 1),
      .init(heading: "cc", cells: ["3"], dropRank: 2),
    ])
    table.fit(9)
    #expect(table.columns.map(\.heading) == ["a", "bb", "cc"])
    table.fit(8)
    #expect(table.columns.map(\.heading) == ["a", "bb"])
    table.fit(0)
    #expect(table.columns.map(\.heading) == ["a"])
  }
}
