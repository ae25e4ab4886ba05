import Statistics
import Testing

@Suite struct DifferenceTests {
  @Test func `pairing takes out what both have in common`() throws {
    let noise = [3.0, -1.0, 4.0, -2.0, 6.0]
    let baseline = try #require(Estimate.mean(of: noise.map { 10 + $0 }))
    let treatment = try #require(
      Estimate.mean(of: zip(noise, [0.1, -0.1, 0, 0.1, -0.1]).map { 8 + $0 + $1 }))
    let difference = try #require(PairedDifference(treatment: treatment, baseline: baseline))
    #expect(abs(difference.estimate.point + 2) < 1e-12)
    #expect(try #require(difference.varianceReductionFactor) > 1000)
    #expect(try #require(difference.correlation) > 0.999)
    #expect(abs(try #require(difference.relative) + 2 / 12) < 1e-12)
    #expect(!difference.commonRandomNumbersBackfired)
  }

  @Test func `opposite reactions are reported as common random numbers that backfired`() throws {
    let baseline = try #require(Estimate.mean(of: [1, 2, 3, 4]))
    let treatment = try #require(Estimate.mean(of: [4, 3, 2, 1]))
    let difference = try #require(PairedDifference(treatment: treatment, baseline: baseline))
    #expect(abs(try #require(difference.varianceReductionFactor) - 0.5) < 1e-12)
    #expect(abs(try #require(difference.correlation) + 1) < 1e-12)
    #expect(difference.commonRandomNumbersBackfired)
  }

  @Test func `correlation and factor match their definitions on plain numbers`() throws {

    let x = try #require(Estimate.mean(of: [1, 2, 3, 4, 5]))
    let y = try #require(Estimate.mean(of: [2, 1, 4, 5, 6]))
    let difference = try #require(PairedDifference(treatment: y, baseline: x))
    // By hand: var x = 2.5, var y = 4.3, cov = 3, var(y - x) = 0.8.
    #expect(abs(try #require(difference.correlation) - 3 / (2.5 * 4.3).squareRoot()) < 1e-12)
    #expect(abs(try #require(difference.varianceReductionFactor) - 6.8 / 0.8) < 1e-12)
  }

  @Test func `a constant shift has an infinite factor and one replication has none`() throws {
    let baseline = try #require(Estimate.mean(of: [1, 2, 4]))
    let shifted = try #require(Estimate.mean(of: [2, 3, 5]))
    let difference = try #require(PairedDifference(treatment: shifted, baseline: baseline))
    #expect(difference.varianceReductionFactor == .infinity)
    let single = try #require(Estimate.mean(of: [1]))
    let one = try #require(PairedDifference(treatment: single, baseline: single))
    #expect(one.varianceReductionFactor == nil)
    #expect(PairedDifference(treatment: single, baseline: baseline) == nil)
  }

  @Test func `Welch's interval has Satterthwaite's degrees of freedom`() throws {
    // NIST e-Handbook style example, worked by hand: variances 2 and 8, n 5 and 4.
    let a = [1.0, 2, 3, 4, 5].map { $0 * (2 / 2.5).squareRoot() }
    let b = [0.0, 0, 0, 0].enumerated().map { Double($0.offset) * (8 / (5.0 / 3)).squareRoot() }
    let welch = try #require(WelchDifference(treatment: a, baseline: b))
    #expect(abs(welch.standardError - (0.4 + 2).squareRoot()) < 1e-12)
    #expect(abs(welch.degreesOfFreedom - 2.4 * 2.4 / (0.16 / 4 + 4.0 / 3)) < 1e-12)
    let t = StudentT.quantile(0.975, degreesOfFreedom: welch.degreesOfFreedom)
    #expect(abs(welch.interval().halfWidth - t * welch.standardError) < 1e-12)
    #expect(WelchDifference(treatment: [1], baseline: b) == nil)
  }
}
