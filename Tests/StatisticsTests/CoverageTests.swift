import Foundation
import Statistics
import Testing

/// How often intervals hold the truth, against published or separately simulated coverage.
@Suite struct CoverageTests {
  /// Mean delay of the first 25 customers of M/M/1, arrival rate 0.9, service rate 1, started
  /// empty: exact 2.36054371837; 90 % t intervals cover less (skewness), as in the reference study.
  @Test(arguments: [
    (5, 0.83695, 0.678_958), (10, 0.85885, 0.439_403), (20, 0.8785, 0.303_306),
    (40, 0.89015, 0.212_029),
  ])
  func `the t interval covers a skewed mean as often as the reference study`(
    replications: Int, coverage: Double, halfLength: Double
  ) throws {
    let experiments = (isOptimized ? 100_000 * effort : 10_000) / replications
    let truth = 2.360_543_718_37
    var generator = TestGenerator(state: 2026)
    var covered = 0
    var points = Sample()
    var halfLengths = Sample()
    for _ in 0..<experiments {
      let values = (0..<replications).map { _ in meanDelay(customers: 25, rho: 0.9, &generator) }
      let estimate = try #require(Estimate.mean(of: values))
      let interval = try #require(estimate.interval(confidence: 0.9))
      points.add(estimate.point)
      halfLengths.add(interval.halfWidth / estimate.point)
      if interval.contains(truth) { covered += 1 }
    }
    let share = Double(covered) / Double(experiments)
    // Both this run and the reference (20,000 experiments) carry sampling error.
    let error = (shareError(coverage, experiments), shareError(coverage, 20_000))
    let joint = (error.0 * error.0 + error.1 * error.1).squareRoot()
    #expect(abs(share - coverage) <= 4 * joint, "coverage \(share)")
    #expect(abs(points.mean - truth) <= 4 * points.error, "mean \(points.mean)")
    let spread = (halfLengths.error * halfLengths.error + halfLengths.variance / 20_000)
      .squareRoot()
    #expect(abs(halfLengths.mean - halfLength) <= 4 * spread, "half-length \(halfLengths.mean)")
  }

  /// Four differences against a baseline, five normal systems with correlation 0.8, n = 20:
  /// reference joint coverage 0.957, mean half-length 0.385.
  @Test func `Bonferroni paired t intervals hold jointly under common random numbers`() throws {
    let experiments = isOptimized ? 20_000 : 1_000
    let systems = 5
    let replications = 20
    var generator = TestGenerator(state: 7)
    var covered = 0
    var halfWidths = 0.0
    for _ in 0..<experiments {
      var values = [[Double]](repeating: [], count: systems)
      for _ in 0..<replications {
        let common = StandardNormal.quantile(generator.uniform())
        for i in 0..<systems {
          let own = StandardNormal.quantile(generator.uniform())
          values[i].append(0.8.squareRoot() * common + 0.2.squareRoot() * own)
        }
      }
      let estimates = try values.map { try #require(Estimate.mean(of: $0)) }
      var holds = true
      for i in 1..<systems {
        let difference = try #require(
          PairedDifference(treatment: estimates[i], baseline: estimates[0]))
        let interval = try #require(difference.estimate.interval(comparisons: systems - 1))
        holds = holds && interval.contains(0)
        halfWidths += interval.halfWidth
      }
      if holds { covered += 1 }
    }
    let share = Double(covered) / Double(experiments)
    let error = (shareError(0.957, experiments), shareError(0.957, 20_000))
    let joint = (error.0 * error.0 + error.1 * error.1).squareRoot()
    #expect(abs(share - 0.957) <= 4 * joint, "joint coverage \(share)")
    let halfWidth = halfWidths / Double(experiments * (systems - 1))
    // Relative error of s with 19 degrees of freedom is 0.16; four correlated per experiment.
    #expect(abs(halfWidth - 0.3854) <= 4 * 0.3854 * 0.163 / Double(experiments).squareRoot())
  }

  /// Sojourn in M/M/1 (rho 0.8) is exponential with mean 5; 20 replications of 5,000 customers.
  @Test(.enabled(if: isOptimized))
  func `sectioning covers the quantiles of a queue's sojourn as the reference study says`() throws {
    let experiments = 300 * effort
    var generator = TestGenerator(state: 11)
    var covered = [0, 0, 0]
    let probabilities = [0.5, 0.95, 0.99]
    let truths = probabilities.map { -5 * log(1 - $0) }
    for _ in 0..<experiments {
      var pooled: [Double] = []
      var sections: [[Double?]] = [[], [], []]
      for _ in 0..<20 {
        let sojourns = sojourns(customers: 5_000, rho: 0.8, &generator)
        for (k, p) in probabilities.enumerated() { sections[k].append(quantile(sojourns, p)) }
        pooled += sojourns
      }
      pooled.sort()
      for (k, p) in probabilities.enumerated() {
        let estimate = try #require(
          Estimate.sectioned(pooled: quantile(pooled, p), sections: sections[k]))
        if try #require(estimate.interval()).contains(truths[k]) { covered[k] += 1 }
      }
    }
    // Reference from 300 experiments of its own; 50 observations beyond p99 are too few for 95 %.
    for (count, reference) in zip(covered, [0.960, 0.940, 0.880]) {
      let share = Double(count) / Double(experiments)
      let error = (shareError(reference, experiments), shareError(reference, 300))
      let joint = (error.0 * error.0 + error.1 * error.1).squareRoot()
      #expect(abs(share - reference) <= 4 * joint, "coverage \(share)")
    }
  }
}

/// Lindley's recursion from an empty queue: mean of the first delays.
private func meanDelay(
  customers: Int, rho: Double, _ generator: inout TestGenerator
) -> Double {
  var delay = 0.0
  var sum = 0.0
  for _ in 1..<customers {
    let service = -log(generator.uniform())
    let gap = -log(generator.uniform()) / rho
    delay = max(0, delay + service - gap)
    sum += delay
  }
  return sum / Double(customers)
}

/// Sorted sojourn times from a stationary start.
private func sojourns(
  customers: Int, rho: Double, _ generator: inout TestGenerator
) -> [Double] {
  var delay = 0.0
  if generator.uniform() < rho { delay = -log(generator.uniform()) / (1 - rho) }
  var values: [Double] = []
  values.reserveCapacity(customers)
  for _ in 0..<customers {
    let service = -log(generator.uniform())
    values.append(delay + service)
    delay = max(0, delay + service + log(generator.uniform()) / rho)
  }
  return values.sorted()
}

private func quantile(_ sorted: [Double], _ p: Double) -> Double {
  sorted[Int((p * Double(sorted.count)).rounded(.up)) - 1]
}
