import Foundation
import RandomVariates
import Statistics
import Testing

@Suite struct ManyComparisonsTests {
  @Test func `multiple comparisons with the best follow their definition`() throws {
    // Constant differences: w = 0.
    let noise = [1.0, -1, 2, -2]
    let estimates = [5.0, 3, 4].map { Estimate(point: $0, deviations: noise) }
    let cheapest = try #require(ComparisonWithBest(estimates, goal: .lowerIsBetter))
    #expect(
      cheapest.intervals == [
        Interval(low: -2, high: 0), Interval(low: 0, high: 1), Interval(low: -1, high: 0),
      ])
    #expect(cheapest.possiblyBest == [1] && cheapest.best == 1)
    let level = [3.0, 3, 4].map { Estimate(point: $0, deviations: noise) }
    #expect(ComparisonWithBest(level, goal: .lowerIsBetter)?.possiblyBest == [0, 1])
    // Independent noise: nothing is ruled out, and the ends move out by the widest half-width.
    let mixed = [
      Estimate(point: 5, deviations: noise), Estimate(point: 3, deviations: noise.reversed()),
    ]
    let open = try #require(ComparisonWithBest(mixed, goal: .higherIsBetter))
    let pair = try #require(PairedDifference(treatment: mixed[0], baseline: mixed[1]))
    let width = try #require(pair.estimate.halfWidth())
    #expect(open.intervals[0] == Interval(low: min(0, 2 - width), high: 2 + width))
    #expect(open.possiblyBest == [0, 1] && open.best == nil)
    #expect(ComparisonWithBest([mixed[0]], goal: .higherIsBetter) == nil)
  }

  @Test func `the best is never ruled out more often than promised`() throws {
    let experiments = isOptimized ? 4000 * effort : 300
    var generator = TestGenerator(state: 12)
    var kept = 0
    for _ in 0..<experiments {
      var values = [[Double]](repeating: [], count: 4)
      for _ in 0..<10 {
        let common = StandardNormal.quantile(generator.uniform())
        for i in 0..<4 {
          values[i].append(
            common + StandardNormal.quantile(generator.uniform()) + (i == 0 ? 0.01 : 0))
        }
      }
      let estimates = try values.map { try #require(Estimate.mean(of: $0)) }
      let comparison = try #require(ComparisonWithBest(estimates, goal: .higherIsBetter))
      if comparison.possiblyBest.contains(0) { kept += 1 }
    }
    #expect(Double(kept) / Double(experiments) >= 0.95 - 4 * shareError(0.95, experiments))
  }

  /// Compound symmetry, ρ = 0.8, five systems, n = 20: reference 0.951 and half-width 0.352; with
  /// unequal covariances it covers clearly less than it says.
  @Test func `one variance for all differences is narrower, and wrong without sphericity`() throws {
    let experiments = isOptimized ? 4000 * effort : 200
    var generator = TestGenerator(state: 3)
    let critical = Dunnett.criticalValue(confidence: 0.95, comparisons: 4, degreesOfFreedom: 76)
    var covered = [0, 0]
    var widths = Sample()
    for _ in 0..<experiments {
      for (kind, spread) in [[1.0, 1, 1, 1, 1], [1, 1, 1, 1, 3]].enumerated() {
        var values = [[Double]](repeating: [], count: 5)
        for _ in 0..<20 {
          let common = 0.8.squareRoot() * StandardNormal.quantile(generator.uniform())
          for i in 0..<5 {
            values[i].append(
              common
                + spread[i] * 0.2.squareRoot() * StandardNormal.quantile(generator.uniform()))
          }
        }
        let means = values.map { $0.reduce(0, +) / 20 }
        let model = try #require(NelsonMatejcik(deviations: values))
        let width = critical * (model.variance / 20).squareRoot()
        if kind == 0 { widths.add(width) }
        if (1..<5).allSatisfy({ abs(means[$0] - means[0]) <= width }) { covered[kind] += 1 }
      }
    }
    let shares = covered.map { Double($0) / Double(experiments) }
    #expect(
      abs(shares[0] - 0.951) <= 4 * shareError(0.951, experiments) + 4 * shareError(0.951, 20_000))
    #expect(abs(widths.mean - 0.3516) <= 4 * widths.error + 0.0005, "\(widths.mean)")
    #expect(shares[1] < 0.94, "\(shares[1])")
    let model = try #require(NelsonMatejcik(deviations: [[1, 2, 3], [3, 1, 2]]))
    // Two systems: S² is the variance of the difference; its own t.
    #expect(abs(model.variance - 3) < 1e-12)
    #expect(
      abs(model.halfWidth() - StudentT.quantile(0.975, degreesOfFreedom: 2)) < 1e-8)
  }

  /// Normal response and one normal control, R² = 0.603: exact variance ratio
  /// (1 - R²)(n - 2)/(n - q - 2), and exact coverage.
  @Test func `control variates reduce the variance by their exact factor`() throws {
    let explained = 0.602_525_796
    let n = 40
    let experiments = isOptimized ? 4000 * effort : 200
    var generator = TestGenerator(state: 21)
    var plain = Sample()
    var controlled = Sample()
    var covered = 0
    for _ in 0..<experiments {
      let control = (0..<n).map { _ in StandardNormal.quantile(generator.uniform()) }
      let response = control.map {
        7 + explained.squareRoot() * $0
          + (1 - explained).squareRoot() * StandardNormal.quantile(generator.uniform())
      }
      plain.add(response.reduce(0, +) / Double(n))
      let estimate = try #require(
        ControlVariates(responses: response, controls: [control.map { $0 + 5 }], means: [5]))
      controlled.add(estimate.point)
      if estimate.interval().contains(7) { covered += 1 }
    }
    let exact = (1 - explained) * Double(n - 2) / Double(n - 3)
    let ratio = controlled.variance / plain.variance
    // Variance of a log variance ratio of correlated samples: at most 4/m.
    #expect(abs(log(ratio / exact)) <= 4 * (4 / Double(experiments)).squareRoot(), "\(ratio)")
    #expect(
      abs(Double(covered) / Double(experiments) - 0.95) <= 4 * shareError(0.95, experiments))
    #expect(ControlVariates(responses: [1, 2, 3], controls: [[1, 2, 4]], means: [1]) == nil)
  }

  @Test func `a replication far off the others is suspected, normal ones are not`() throws {
    var values = [1.0, 2, 1.5, 1.2, 1.8, 1.4, 1.6, 1.3, 1.7, 1.5]
    #expect(Outlier(in: values) == nil)
    values[3] = 40
    #expect(try #require(Outlier(in: values)).replication == 3)
    // Grubbs (1969): n = 10, two-sided 5 %: 2.290.
    #expect(abs(Outlier.criticalValue(count: 10, level: 0.05) - 2.290) < 5e-4)
    #expect(Outlier(in: [1, 1, 1, 1]) == nil)
    #expect(Outlier(in: [1, 1, 100]) == nil)
  }

  /// M/M/1 (μ = 1) against M/M/2 (μ = ½ each) at arrival rate 0.9: mean delay of the first 100.
  /// Reference: variance reduction 282 with draws keyed by customer and purpose, 1.01 with one
  /// stream in the order of events.
  @Test func `keyed streams are worth a hundredfold, the same seed nothing`() throws {
    let replications = isOptimized ? 3000 : 300
    var keyed: [[Double]] = [[], []]
    var ordered: [[Double]] = [[], []]
    for replication in 0..<replications {
      for servers in 1...2 {
        keyed[servers - 1].append(
          meanDelay(servers: servers, replication: replication, isKeyed: true))
        ordered[servers - 1].append(
          meanDelay(servers: servers, replication: replication, isKeyed: false))
      }
    }
    func factor(_ values: [[Double]]) throws -> Double {
      let estimates = try values.map { try #require(Estimate.mean(of: $0)) }
      let paired = try #require(
        PairedDifference(treatment: estimates[1], baseline: estimates[0]))
      return try #require(paired.varianceReductionFactor)
    }
    #expect(try factor(keyed) > 100)
    #expect(try factor(ordered) < 1.2)
  }
}

private let arrivals = Purpose("test.arrivals")
private let services = Purpose("test.services")

/// Mean delay of the first hundred customers of M/M/c with rate 0.9 and total speed 1.
private func meanDelay(servers: Int, replication: Int, isKeyed: Bool) -> Double {
  // One stream in the order of events: a service is drawn when it starts.
  var stream = RandomStream()
  stream.seat(seed: 3, purpose: arrivals, replication: UInt64(replication), entity: 0)
  func exponential(_ purpose: Purpose, _ customer: Int) -> Double {
    var own = RandomStream()
    own.seat(
      seed: 3, purpose: purpose, replication: UInt64(replication), entity: UInt64(customer))
    return -log(1 - own.uniform())
  }
  var free = [Double](repeating: 0, count: servers)
  var now = 0.0
  var sum = 0.0
  var next = isKeyed ? 0 : -log(1 - stream.uniform()) / 0.9
  var queue: [Double] = []
  var started = 0
  var customer = 0
  while started < 100 {
    if isKeyed {
      now += exponential(arrivals, customer) / 0.9
      let server = free.indices.min { free[$0] < free[$1] }!
      let start = max(now, free[server])
      sum += start - now
      free[server] = start + exponential(services, customer) * Double(servers)
      customer += 1
      started += 1
      continue
    }
    let server = free.indices.min { free[$0] < free[$1] }!
    if let first = queue.first, free[server] <= next {
      let start = max(first, free[server])
      sum += start - first
      free[server] = start - log(1 - stream.uniform()) * Double(servers)
      queue.removeFirst()
      started += 1
    } else {
      now = next
      if free[server] <= now && queue.isEmpty {
        free[server] = now - log(1 - stream.uniform()) * Double(servers)
        started += 1
      } else {
        queue.append(now)
      }
      next = now - log(1 - stream.uniform()) / 0.9
    }
  }
  return sum / 100
}
