import Testing

@testable import Reports

@Suite struct NumbersTests {
  @Test(arguments: [
    (0.0, "0"), (7, "7"), (812, "812"), (0.123, "0.12"), (999.4, "999"), (999.6, "1.00 k"),
    (9_012, "9.01 k"), (32_400_000, "32.4 M"), (389_000_000, "389 M"), (999_700, "1.00 M"),
    (-1_500, "−1.50 k"),
  ])
  func `counts have three digits and a prefix`(x: Double, text: String) {
    #expect(NumberText.count(x) == text)
  }

  @Test(arguments: [
    (0.042, "0.04s"), (9.999, "10.0s"), (59.97, "1m00s"), (106.2, "1m46s"), (3599.6, "1h00m"),
    (7530, "2h06m"),
  ])
  func `wall times carry into the next unit`(seconds: Double, text: String) {
    #expect(NumberText.wallTime(seconds) == text)
  }

  @Test func `zero has no sign and minus is a minus sign`() {
    #expect(NumberText.signed(0.004, 2) == "0.00")
    #expect(NumberText.signed(-0.004, 2) == "0.00")
    #expect(NumberText.signed(-1.5, 1) == "\u{2212}1.5")
    #expect(NumberText.signed(1.5, 1) == "+1.5")
  }

  @Test func `shares near their ends get a decimal`() {
    #expect(
      [0, 0.0003, 0.05, 0.851, 0.997, 1].map(NumberText.percent)
        == ["0%", "0.0%", "5.0%", "85%", "99.7%", "100%"])
  }

  @Test func `times choose the unit that suits the whole table`() {
    #expect(TimeUnit(for: [0.3, 0.9]) == .minutes)
    #expect(TimeUnit(for: [0.3, 190]) == .hours)
    #expect(TimeUnit(for: [150, 390]) == .days)
    #expect(TimeUnit(for: []) == .hours)
    #expect(TimeUnit(for: [150]).column([150, nil]) == ["6.2d", "–"])
  }

  @Test func `currencies stand where readers expect them`() {
    #expect(Currency("USD").text(-0.23, isSigned: true) == "−$0.23")
    #expect(Currency("USD").text(3.25, isSigned: true) == "+$3.25")
    #expect(Currency("CHF").text(8.5) == "8.50 CHF")
  }

  @Test func `differences carry the unit of their KPI`() {
    #expect(FigureScale(unit: "1", values: [0.02], errors: []).signed(0.021) == "+2.1pp")
    #expect(FigureScale(unit: "h", values: [0.2], errors: []).signed(-0.2) == "−12.0min")
    #expect(FigureScale(unit: "h", values: [20], errors: [0.4]).signed(20) == "+20.00h")
    #expect(FigureScale(unit: "orders", values: [200], errors: []).signed(200) == "+200 orders")
  }
}
