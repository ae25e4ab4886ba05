import Statistics
import Testing

@Suite struct VerdictTests {
  let below = Interval(low: -3, high: -1)
  let across = Interval(low: -1, high: 2)
  let above = Interval(low: 1, high: 3)

  @Test func `a whole interval on the good side is better, on the bad side worse`() {
    #expect(Verdict(below, goal: .lowerIsBetter) == .better)
    #expect(Verdict(below, goal: .higherIsBetter) == .worse)
    #expect(Verdict(above, goal: .lowerIsBetter) == .worse)
    #expect(Verdict(above, goal: .higherIsBetter) == .better)
  }

  @Test func `an interval that holds zero, touches it or does not exist separates nothing`() {
    #expect(Verdict(across, goal: .lowerIsBetter) == .notSeparated)
    #expect(Verdict(Interval(low: 0, high: 1), goal: .lowerIsBetter) == .notSeparated)
    #expect(Verdict(nil, goal: .higherIsBetter) == .notSeparated)
  }

  @Test func `an interval inside the margin is equivalent even off zero`() {
    #expect(Verdict(above, goal: .lowerIsBetter, margin: 3) == .equivalent)
    #expect(Verdict(above, goal: .lowerIsBetter, margin: 2.9) == .worse)
    #expect(Verdict(across, goal: .lowerIsBetter, margin: 1.5) == .notSeparated)
    #expect(Verdict(Interval(low: 0, high: 0), goal: .lowerIsBetter) == .equivalent)
  }
}
