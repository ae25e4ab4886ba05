import Quantities
import Testing

@Test(
  "short numbers round to twelve digits and drop the tail",
  arguments: [
    (21.000000000000004, "21"), (0.1 + 0.2, "0.3"), (0.25, "0.25"), (1e6, "1000000"), (-3, "-3"),
    (1e30, "1e+30"), (0, "0"), (1.0 / 3, "0.333333333333"), (1e-20, "1e-20"), (.infinity, "inf"),
  ] as [(Double, String)])
func short(value: Double, expected: String) {
  #expect(NumberText.short(value) == expected)
}

@Test(
  "fixed decimals round halves away from zero and never show minus zero",
  arguments: [
    (8.549, 2, "8.55"), (0.5, 0, "1"), (-0.004, 2, "0.00"), (-1.05, 1, "-1.1"), (83.65, 2, "83.65"),
    (1234.5, 3, "1234.500"), (0.05, 1, "0.1"),
  ] as [(Double, Int, String)])
func fixed(value: Double, decimals: Int, expected: String) {
  #expect(NumberText.fixed(value, decimals: decimals) == expected)
}

@Test("whole numbers group by three")
func grouped() {
  #expect(NumberText.grouped(1_250_000) == "1,250,000")
  #expect(NumberText.grouped(-999) == "-999")
  #expect(NumberText.grouped(.min) == "-9,223,372,036,854,775,808")
}

@Test(
  "time spans show their two largest units",
  arguments: [
    (100_800_000_000, "1d 4h"), (9_000_000_000, "2h 30min"), (45_000_000, "45s"), (0, "0s"),
    (120_000, "120ms"), (7, "7us"), (-9_000_000_000, "-2h 30min"), (3_599_600_000, "1h"),
    (86_399_000_000, "1d"), (90_000_000, "1min 30s"), (59_700_000, "1min"), (1_400_000, "1s"),
  ] as [(Int64, String)])
func compact(microseconds: Int64, expected: String) {
  #expect(TimeSpan(microseconds: microseconds).compactText == expected)
}

@Test("hours and money show like the summary wants them")
func summaryForms() {
  #expect(TimeSpan.hours(83.65).hoursText(decimals: 2) == "83.65h")
  #expect(TimeSpan.hours(26).hoursText() == "26.0h")
  #expect(Money(8.55).signedText(currency: "USD") == "$8.55")
  #expect(Money(-0.4).signedText(currency: "USD") == "-$0.40")
  #expect(Money(-0.004).signedText(currency: "USD") == "$0.00")
  #expect(Money(99).signedText(currency: "CHF") == "99.00 CHF")
}

@Test("a value shows in a parameter's own unit")
func inUnit() {
  #expect(UnitExpression.declared("USD/h").format(21.0 / 3600) == "21 USD/h")
  #expect(UnitExpression.declared("min").format(2700) == "45 min")
  #expect(UnitExpression.declared("1/h").format(2.0 / 3600) == "2/h")
  #expect(UnitExpression.declared("").format(3) == "3")
}
