import Foundation
import RandomVariates
import Testing

@Suite struct CascadeTests {
  static let powerLaw = ExcitationKernel.powerLaw(plateau: 300, theta: 0.242)
  static let kernels = [powerLaw, .exponential(mean: 1800)]

  private func cascades(
    _ cascade: Cascade, count: UInt64, horizon: Double, clock: Double = 0
  ) -> [[Double]] {
    (0..<count).map { replication in
      var stream = RandomStream()
      stream.seat(seed: 5, purpose: 6, replication: replication, entity: 0)
      return cascade.epochs(clock: clock, horizon: horizon, limit: 1_000_000, &stream)
    }
  }

  @Test("The power law has the published median of 36 min and 80th percentile of 26 h")
  func publishedQuantiles() {
    #expect(abs(Self.powerLaw.quantile(0.5) / 60 - 36) < 0.5)
    #expect(abs(Self.powerLaw.quantile(0.8) / 3600 - 26) < 0.5)
  }

  @Test("The quantile is the inverse of the distribution", arguments: kernels)
  func inverse(kernel: ExcitationKernel) {
    for p in stride(from: 0.01, to: 1, by: 0.01) {
      #expect(abs(kernel.cumulative(at: kernel.quantile(p)) - p) < 1e-12)
    }
    #expect(kernel.cumulative(at: 0) == 0)
  }

  @Test(
    "In all there are directs / (1 - n) events with variance directs / (1 - n)^3",
    arguments: kernels)
  func size(kernel: ExcitationKernel) {
    let cascade = Cascade(kernel: kernel, directs: 4, branchingRatio: 0.6)
    #expect(abs(cascade.sizeMean - 10) < 1e-12)
    let sizes = Sample(
      cascades(cascade, count: 10_000, horizon: 1e300).map { Double($0.count) })
    #expect(abs(sizes.meanScore(4 / 0.4)) < 4)
    #expect(abs(sizes.varianceScore(4 / (0.4 * 0.4 * 0.4))) < 4)
  }

  @Test("Up to a time an exponential kernel has the closed form of expected events")
  func countThroughTime() {
    let cascade = Cascade(
      kernel: .exponential(mean: 1800), directs: 5, branchingRatio: 0.8)
    let exact = 5 / 0.2 * -expm1(-0.2 * 7200 / 1800)
    let counts = Sample(
      cascades(cascade, count: 10_000, horizon: 7200).map { Double($0.count) })
    #expect(abs(counts.meanScore(exact)) < 4)
    #expect(abs(cascade.expectedCount(clock: nil, through: 7200) / exact - 1) < 0.002)
    let process = HawkesProcess(
      baseline: 0, jump: 0.8 / 1800, decay: 1 / 1800, initial: 5 / 1800)
    #expect(abs(process.countMean(through: 7200) / exact - 1) < 1e-12)
  }

  @Test(
    "Without further excitement the counts per bin are Poisson with the integrated rate",
    arguments: kernels)
  func binsOfDirects(kernel: ExcitationKernel) {
    let rhythm = Rhythm(amplitude: 0.424, freshness: 6 * 3600)
    let cascade = Cascade(kernel: kernel, directs: 30, branchingRatio: 0, rhythm: rhythm)
    let clock = 20.0 * 3600
    let runs = cascades(cascade, count: 4000, horizon: 12 * 3600, clock: clock)
    for bin in 0..<12 {
      var mean = 0.0
      for step in 0..<3600 {
        let (from, to) = (Double(bin * 3600 + step), Double(bin * 3600 + step + 1))
        mean +=
          30 * (kernel.cumulative(at: to) - kernel.cumulative(at: from))
          * rhythm.factor(clock: clock + from + 0.5, age: from + 0.5)
      }
      let counts = Sample(
        runs.map { epochs in Double(epochs.count { Int($0 / 3600) == bin }) })
      // Of a Poisson count the variance is the mean.
      #expect(abs(counts.mean - mean) < 4 * (mean / 4000).squareRoot())
      if mean > 0.05 { #expect(abs(counts.varianceScore(mean)) < 4) }
    }
  }

  @Test("With a rhythm the expected events solve the renewal equation", arguments: kernels)
  func renewalEquation(kernel: ExcitationKernel) {
    let rhythm = Rhythm(amplitude: 0.424, freshness: 2 * 86400)
    let cascade = Cascade(kernel: kernel, directs: 10, branchingRatio: 0.7, rhythm: rhythm)
    let clock = 19.0 * 3600
    let counts = Sample(
      cascades(cascade, count: 6000, horizon: 43_200, clock: clock).map { Double($0.count) })
    #expect(abs(counts.meanScore(cascade.expectedCount(clock: clock, through: 43_200))) < 4)
  }

  @Test("The rhythm is highest at 15:00, lowest at 3:00, and fades with age")
  func rhythm() {
    let rhythm = Rhythm(amplitude: 0.4, freshness: 86400)
    #expect(abs(rhythm.factor(clock: 15 * 3600, age: 0) - 1.4) < 1e-12)
    #expect(abs(rhythm.factor(clock: 27 * 3600, age: 0) - 0.6) < 1e-12)
    #expect(abs(rhythm.factor(clock: 15 * 3600, age: 86400) - 1.4 / M_E) < 1e-12)
    #expect(Rhythm().factor(clock: 1, age: 1e9) == 1)
  }

  @Test("Half time and busiest hour of a cascade by hand")
  func shape() {
    // Six events in the first hour, three in the third, one on day two, one after the week.
    let epochs = [1, 2, 3, 4, 5, 6, 7300, 7400, 7500, 90_000, 700_000].map(Double.init)
    let shape = CascadeShape(epochs: epochs)
    #expect(shape.halfTime == 5)
    #expect(shape.busiestHour == 6 * 24 / 9.0)
    #expect(shape.countsByHour[0...2] == [6, 0, 3])
    #expect(shape.countsByHour.count == 168)
    #expect(CascadeShape(epochs: []).busiestHour == 0)
  }
}
