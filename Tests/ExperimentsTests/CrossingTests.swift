import Experiments
import Foundation
import Statistics
import Testing

/// The search for a level at which a difference vanishes, on lines with a known zero and noise that pairs.
@Suite struct CrossingTests {
  /// A line a + b x with normal noise that is the same for all levels (common random numbers) and a smaller one
  /// that is not.
  struct NoisyLine {
    var zero: Double
    var slope = 1.0
    var seed: UInt64
    var common = 0.5
    var own = 0.2

    func difference(at level: Double, _ replications: Int) -> Estimate {
      let values = (0..<replications).map { replication in
        slope * (level - zero)
          + common * normal(seed, UInt64(replication), 0)
          + own * normal(seed, UInt64(replication), level.bitPattern)
      }
      return .mean(of: values)!
    }
  }

  @Test func `without noise the zero is found to the tolerance`() throws {
    let search = CrossingSearch(range: 0...10, tolerance: 1e-4)
    let line = NoisyLine(zero: 3.7, seed: 1, common: 0, own: 0)
    let crossing = search.run { line.difference(at: $0, $1) }
    let found = try #require(crossing.found)
    #expect(found.interval.contains(3.7))
    #expect(found.interval.high - found.interval.low <= 1e-3)
    #expect(abs(found.level - 3.7) < 1e-9)
    #expect(found.isNarrow && found.before == .negative)
    #expect(crossing.path.allSatisfy { $0.replications == 5 || $0.difference == 0 })
  }

  @Test func `the interval holds the zero for nearly all seeds`() throws {
    var missed = 0
    var conclusive = 0
    var widths = 0.0
    let seeds: Range<UInt64> = 0..<400
    for seed in seeds {
      let line = NoisyLine(zero: 4, seed: seed)
      let search = CrossingSearch(range: 1...16, isLogarithmic: true, replications: 5...40)
      guard let found = search.run({ line.difference(at: $0, $1) }).found else { continue }
      conclusive += 1
      widths += found.interval.high - found.interval.low
      if !found.interval.contains(4) { missed += 1 }
    }
    // At a true coverage of 95 % more than 36 misses of 400 have a probability of 1e-4.
    #expect(missed <= 36)
    #expect(conclusive >= 396)
    // Half a standard deviation of the noise with 40 replications is 0.04: the interval is not the range.
    #expect(widths / Double(conclusive) < 1.5)
  }

  @Test func `the point lies near the zero`() throws {
    let points = (0..<100 as Range<UInt64>).compactMap { seed in
      let line = NoisyLine(zero: 4, seed: seed)
      return CrossingSearch(range: 1...16, isLogarithmic: true)
        .run { line.difference(at: $0, $1) }.found?.level
    }
    let estimate = try #require(Estimate.mean(of: points))
    // One point deviates by at most the noise of 40 replications, 0.54 / √40, a little more for interpolation.
    #expect(try abs(estimate.point - 4) < 4 * #require(estimate.standardError) + 0.01)
    #expect(try #require(estimate.standardError) * 10 < 0.2)
  }

  @Test func `a falling difference is found as well`() throws {
    let line = NoisyLine(zero: 6, slope: -2, seed: 5)
    let search = CrossingSearch(range: 0...10)
    let found = try #require(search.run { line.difference(at: $0, $1) }.found)
    #expect(found.before == .positive)
    #expect(found.interval.contains(6))
  }

  @Test func `one sign at both ends is no crossing`() {
    let line = NoisyLine(zero: 30, seed: 2)
    let crossing = CrossingSearch(range: 0...10).run { line.difference(at: $0, $1) }
    #expect(crossing.finding == .none(.negative))
    #expect(crossing.path.count == 2)
  }

  @Test func `an end in the noise is inconclusive after all replications`() throws {
    let line = NoisyLine(zero: 0.001, seed: 3)
    let crossing = CrossingSearch(range: 0...10, replications: 5...20)
      .run { line.difference(at: $0, $1) }
    #expect(crossing.finding == .inconclusive)
    #expect(crossing.path.first?.replications == 20)
  }

  @Test func `nothing to compare is inconclusive`() {
    let crossing = CrossingSearch(range: 0...10).run { _, _ in nil }
    #expect(crossing.finding == .inconclusive)
  }

  @Test func `whole levels end with two neighbors`() throws {
    let line = NoisyLine(zero: 5.5, slope: 10, seed: 4)
    let crossing = CrossingSearch(range: 1...100, isWhole: true)
      .run { line.difference(at: $0, $1) }
    let found = try #require(crossing.found)
    #expect(found.interval == Interval(low: 5, high: 6))
    #expect(found.isNarrow)
    #expect(crossing.path.allSatisfy { $0.level == $0.level.rounded() })
  }

  @Test func `replications are doubled only where the sign is in doubt`() {
    let line = NoisyLine(zero: 5, seed: 6)
    let crossing = CrossingSearch(range: 0...1000, replications: 4...32)
      .run { line.difference(at: $0, $1) }
    #expect(crossing.path[1].replications == 4)
    #expect(Set(crossing.path.map(\.replications)).isSubset(of: [4, 8, 16, 32]))
  }

  @Test func `a remembered experiment computes nothing twice`() throws {
    let calls = Record<Int>()
    let base = ToyExperiment(didReplicate: { point, replication in
      calls.append(replication * 3 + point)
    })
    let remembered = Remembered(base)
    for replications in [2, 4] {
      let plan = ExperimentPlan(replications: replications, threads: 2)
      let again = try Experiment.run(remembered, plan: plan)
      #expect(try again.fingerprint == Experiment.run(ToyExperiment(), plan: plan).fingerprint)
    }
    #expect(calls.all.sorted() == Array(0..<12))
    #expect(remembered.effort.entities == 12 * 50)
  }
}

extension Crossing {
  var found: Found? {
    if case .found(let found) = finding { found } else { nil }
  }
}

/// A standard normal number from a hash of three words (Box and Muller).
private func normal(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> Double {
  func word(_ salt: UInt64) -> Double {
    var z = a &* 0x9E37_79B9_7F4A_7C15 ^ b &* 0xD134_2543_DE82_EF95 ^ c &+ salt
    for _ in 0..<2 {
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      z ^= z >> 31
    }
    return (Double(z >> 12) + 0.5) * 0x1p-52
  }
  return (-2 * log(word(1))).squareRoot() * cos(2 * .pi * word(2))
}
