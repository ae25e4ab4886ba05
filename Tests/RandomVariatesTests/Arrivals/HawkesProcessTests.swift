import RandomVariates
import Testing

@Suite struct HawkesProcessTests {
  struct Case: Sendable {
    let process: HawkesProcess
    let horizon, countMean, countVariance, rateMean, rateVariance: Double
  }

  /// Moments from the linear differential equations, [dassios2013].
  static let cases = [
    Case(
      process: HawkesProcess(baseline: 1, jump: 0.6, decay: 1), horizon: 50,
      countMean: 121.250000008, countVariance: 717.968751287, rateMean: 2.49999999691,
      rateVariance: 1.12499999722),
    Case(
      process: HawkesProcess(baseline: 1, jump: 0.6, decay: 1, initial: 2.5), horizon: 10,
      countMean: 25, countVariance: 117.262436851, rateMean: 2.5, rateVariance: 1.12462260454),
    Case(
      process: HawkesProcess(baseline: 0.5, jump: 0.8, decay: 1), horizon: 100,
      countMean: 240.000000021, countVariance: 5600.00001771, rateMean: 2.49999999588,
      rateVariance: 3.99999998681),
  ]

  @Test("Number of events and rate have the known moments", arguments: cases)
  func moments(test: Case) {
    var (counts, rates): ([Double], [Double]) = ([], [])
    for replication in 0..<10_000 as Range<UInt64> {
      var stream = RandomStream()
      stream.seat(seed: 3, purpose: 4, replication: replication, entity: 0)
      var process = test.process
      var (count, before) = (0.0, process)
      while process.next(&stream) <= test.horizon {
        count += 1
        before = process
      }
      counts.append(count)
      rates.append(before.rate(at: test.horizon))
    }
    #expect(abs(Sample(counts).meanScore(test.countMean)) < 4)
    #expect(abs(Sample(counts).varianceScore(test.countVariance)) < 4)
    #expect(abs(Sample(rates).meanScore(test.rateMean)) < 4)
    #expect(abs(Sample(rates).varianceScore(test.rateVariance)) < 4)
  }

  @Test("The expected number of events is the known one", arguments: cases)
  func countMean(test: Case) {
    #expect(abs(test.process.countMean(through: test.horizon) / test.countMean - 1) < 1e-11)
  }

  @Test("At a branching ratio of 1 the expected number grows by the square of time")
  func critical() {
    let process = HawkesProcess(baseline: 2, jump: 1, decay: 1)
    #expect(process.branchingRatio == 1)
    #expect(process.countMean(through: 10) == 2 * 10 + 2 * 100 / 2)
  }

  @Test("Without excitement it is a Poisson process")
  func poisson() {
    var process = HawkesProcess(baseline: 2, jump: 0, decay: 1)
    var stream = RandomStream()
    var last = 0.0
    let gaps = (0..<20_000).map { _ in
      let time = process.next(&stream)
      defer { last = time }
      return time - last
    }
    #expect(abs(Sample(gaps).meanScore(0.5)) < 4)
    #expect(abs(Sample(gaps).varianceScore(0.25)) < 4)
  }

  @Test("An event takes two words, so that the n-th event of two processes stays comparable")
  func twoWords() {
    var (stream, other) = (RandomStream(), RandomStream())
    var process = HawkesProcess(baseline: 1, jump: 0.9, decay: 1)
    for _ in 0..<101 { _ = process.next(&stream) }
    for _ in 0..<202 { _ = other.next() }
    let (a, b) = (stream.next(), other.next())
    #expect(a == b)
  }
}
