import Foundation
import Statistics
import Testing

/// Procedures on normal systems, against a separate simulation of 600 to 100,000 selections.
///
/// σ = 1, δ = 1/√10, n₀ = 10, confidence 0.95. SC: the best leads all others by δ; MDM: means are
/// spaced by δ.
@Suite struct SelectionTests {
  struct Case: Sendable {
    var k: Int
    var isSpaced: Bool
    var rho: Double
    var selections: Int
    var correct: (p: Double, error: Double)
    var replications: (mean: Double, error: Double)
  }

  /// All twenty of the reference study; more than the last digits of correct shares are not known.
  @Test(arguments: [
    Case(
      k: 2, isSpaced: false, rho: 0, selections: 4000, correct: (0.957, 0.0006),
      replications: (82.07, 0.17)),
    Case(
      k: 2, isSpaced: false, rho: 0.5, selections: 4000, correct: (0.9634, 0.0006),
      replications: (43.42, 0.08)),
    Case(
      k: 2, isSpaced: true, rho: 0, selections: 4000, correct: (0.9585, 0.0006),
      replications: (81.73, 0.16)),
    Case(
      k: 2, isSpaced: true, rho: 0.5, selections: 4000, correct: (0.9633, 0.0006),
      replications: (43.25, 0.08)),
    Case(
      k: 5, isSpaced: false, rho: 0, selections: 1000, correct: (0.9597, 0.001),
      replications: (398.05, 0.74)),
    Case(
      k: 5, isSpaced: false, rho: 0.5, selections: 1000, correct: (0.9673, 0.0009),
      replications: (202.46, 0.37)),
    Case(
      k: 5, isSpaced: true, rho: 0, selections: 1000, correct: (0.989, 0.0005),
      replications: (254.3, 0.5)),
    Case(
      k: 5, isSpaced: true, rho: 0.5, selections: 1000, correct: (0.989, 0.0005),
      replications: (132.13, 0.24)),
    Case(
      k: 10, isSpaced: false, rho: 0, selections: 500, correct: (0.9636, 0.0013),
      replications: (974.18, 1.96)),
    Case(
      k: 10, isSpaced: false, rho: 0.5, selections: 500, correct: (0.9637, 0.0013),
      replications: (496.16, 0.97)),
    Case(
      k: 10, isSpaced: true, rho: 0, selections: 500, correct: (0.9953, 0.0005),
      replications: (428.0, 0.96)),
    Case(
      k: 10, isSpaced: true, rho: 0.5, selections: 500, correct: (0.9956, 0.0005),
      replications: (230.62, 0.46)),
    Case(
      k: 25, isSpaced: false, rho: 0, selections: 200, correct: (0.967, 0.0023),
      replications: (2877.65, 7.47)),
    Case(
      k: 25, isSpaced: false, rho: 0.5, selections: 200, correct: (0.9678, 0.0023),
      replications: (1456.01, 3.77)),
    Case(
      k: 25, isSpaced: true, rho: 0, selections: 200, correct: (0.9972, 0.0007),
      replications: (754.64, 2.35)),
    Case(
      k: 25, isSpaced: true, rho: 0.5, selections: 200, correct: (0.998, 0.0006),
      replications: (456.74, 1.19)),
    Case(
      k: 100, isSpaced: false, rho: 0, selections: 40, correct: (0.955, 0.0085),
      replications: (13767.38, 69.32)),
    Case(
      k: 100, isSpaced: false, rho: 0.5, selections: 40, correct: (0.9667, 0.0073),
      replications: (6952.31, 33.15)),
    Case(
      k: 100, isSpaced: true, rho: 0, selections: 40, correct: (1.0, 0),
      replications: (1849.99, 11.68)),
    Case(
      k: 100, isSpaced: true, rho: 0.5, selections: 40, correct: (1.0, 0),
      replications: (1358.68, 5.45)),
  ])
  func `KN selects as often and as cheaply as the reference study`(_ reference: Case) {
    let delta = 1 / 10.0.squareRoot()
    var shares = Sample()
    var totals = Sample()
    let selections = isOptimized ? reference.selections * effort : reference.selections / 20
    for selection in 0..<selections {
      var systems = NormalSystems(reference, delta: delta, seed: selection)
      var procedure = KimNelson(systems: reference.k, indifference: delta, firstStage: 10)
      let result = procedure.run { systems.value($0, $1) }
      shares.add(result.selected == 0 ? 1 : 0)
      totals.add(Double(result.replications))
    }
    // None wrong among 600 does not mean that none ever is.
    let p = min(reference.correct.p, 1 - 1.0 / 600)
    let error =
      ((p * (1 - p)) / Double(selections) + reference.correct.error * reference.correct.error)
      .squareRoot()
    #expect(abs(shares.mean - p) <= 4 * error, "selected correctly \(shares.mean)")
    let spread =
      (totals.variance / Double(selections)
      + reference.replications.error * reference.replications.error).squareRoot()
    #expect(abs(totals.mean - reference.replications.mean) <= 4 * spread, "took \(totals.mean)")
  }

  /// E[N] = k E[max(n₀, ⌈h²S²/δ²⌉)] is exact.
  @Test(arguments: [
    (2, 137.6776, 0.9515), (5, 684.2743, 0.9598), (10, 1845.0221, 0.9645),
    (25, 6252.9100, 0.9664), (100, 36165.5801, 0.9698),
  ])
  func `Rinott's procedure takes its exact number of replications`(
    k: Int, expected: Double, correct: Double
  ) {
    let delta = 1 / 10.0.squareRoot()
    var shares = Sample()
    var totals = Sample()
    let selections = max(10, (isOptimized ? 6000 * effort : 300) / k)
    let h = Rinott.h(systems: k, confidence: 0.95, firstStage: 10)
    for selection in 0..<selections {
      var systems = NormalSystems(k: k, delta: delta, seed: selection)
      var procedure = Rinott(systems: k, indifference: delta, firstStage: 10, h: h)
      let result = procedure.run { systems.value($0, $1) }
      shares.add(result.selected == 0 ? 1 : 0)
      totals.add(Double(result.replications))
    }
    #expect(abs(totals.mean - expected) <= 4 * totals.error, "took \(totals.mean)")
    #expect(abs(shares.mean - correct) <= 4 * shareError(correct, selections) + 0.003)
  }

  @Test func `screening, then KN on fresh replications keeps its promise among many`() {
    let delta = 1 / 10.0.squareRoot()
    let k = 20
    var correct = 0
    var screened = Sample()
    var plain = Sample()
    let selections = isOptimized ? 200 * effort : 20
    for selection in 0..<selections {
      var systems = NormalSystems(
        means: (0..<k).map { -Double($0) * delta }, rho: 0.5, seed: selection)
      var procedure = ScreeningThenKN(systems: k, indifference: delta, firstStage: 10)
      let result = procedure.run { systems.value($0, $1) }
      if result.selected == 0 { correct += 1 }
      screened.add(Double(result.replications))
      var single = KimNelson(systems: k, indifference: delta, firstStage: 10)
      plain.add(Double(single.run { systems.value($0, $1) }.replications))
    }
    #expect(Double(correct) / Double(selections) >= 0.95 - 4 * shareError(0.95, selections))
    // What fresh replications cost here is told, not hidden.
    #expect(screened.mean < 2 * plain.mean)
  }

  @Test func `subset screening keeps the best as often as promised`() {
    var kept = 0
    let experiments = isOptimized ? 2000 * effort : 200
    for experiment in 0..<experiments {
      var systems = NormalSystems(
        means: [0.05] + [Double](repeating: 0, count: 9), rho: 0.5, seed: experiment)
      let values = (0..<10).map { i in (0..<10).map { systems.value(i, $0) } }
      if SubsetScreening.kept(values, confidence: 0.95).contains(0) { kept += 1 }
    }
    #expect(
      Double(kept) / Double(experiments) >= 0.95 - 4 * shareError(0.95, experiments))
  }

  /// Ten designs with means 1 … 10 and σ = 6: reference shares of correct selections from 20,000.
  @Test(arguments: [
    (200, 0.75625, 0.63365), (400, 0.8884, 0.74635), (600, 0.942, 0.802), (1000, 0.983, 0.875),
    (2000, 0.998, 0.952),
  ])
  func `the optimal budget selects as often as the reference study`(
    budget: Int, ocba: Double, equal: Double
  ) {
    let selections = isOptimized ? 400_000 * effort / budget : 100
    var correct = (ocba: 0, equal: 0)
    for selection in 0..<selections {
      var systems = NormalSystems(
        means: (1...10).map { -Double($0) }, rho: 0, seed: selection, sigma: 6)
      var procedure = OptimalBudget(systems: 10, budget: budget)
      let result = procedure.run { systems.value($0, $1) }
      #expect(result.replications == budget)
      if result.selected == 0 { correct.ocba += 1 }
      let means = (0..<10).map { i in (0..<budget / 10).reduce(0) { $0 + systems.value(i, $1) } }
      if means.indices.max(by: { means[$0] < means[$1] }) == 0 { correct.equal += 1 }
    }
    func joint(_ p: Double) -> Double {
      (shareError(p, selections) * shareError(p, selections)
        + shareError(p, 20_000) * shareError(p, 20_000)).squareRoot()
    }
    let shares = (
      Double(correct.ocba) / Double(selections), Double(correct.equal) / Double(selections)
    )
    #expect(abs(shares.0 - ocba) <= 4 * joint(ocba) + 5e-4, "\(shares)")
    #expect(abs(shares.1 - equal) <= 4 * joint(equal) + 5e-4, "\(shares)")
  }

  @Test func `good selection among a hundred keeps its promise and drops the hopeless early`() {
    let delta = 1 / 10.0.squareRoot()
    let k = 100
    var good = 0
    var totals = Sample()
    let selections = isOptimized ? 40 * effort : 2
    for selection in 0..<selections {
      let means = (0..<k).map { -0.5 * Double($0) * delta }
      var systems = NormalSystems(means: means, rho: 0, seed: selection)
      var procedure = GoodSelection(systems: k, indifference: delta)
      let result = procedure.run { systems.value($0, $1) }
      if means[result.selected] >= -delta { good += 1 }
      totals.add(Double(result.replications))
    }
    #expect(
      Double(good) / Double(selections) >= 0.95 - 4 * shareError(0.95, selections))
    // Rinott's procedure alone would take about 100 · 54 · … = 53,798 (n₀ = 20).
    #expect(totals.mean < 15_000, "took \(totals.mean)")
  }

  /// Five (s, S) policies of a published inventory model; exact costs 114.176, 112.742, 130.550,
  /// 130.699, 147.382.
  @Test(arguments: [(true, 127.116, 1.53), (false, 233.311, 3.42)])
  func `KN picks the inventory policy the literature picks, sooner with common demand`(
    isCommon: Bool, expected: Double, error: Double
  ) {
    let policies = [(20, 40), (20, 80), (40, 60), (40, 100), (60, 100)]
    var totals = Sample()
    var correct = 0
    let selections = isOptimized ? 250 * effort : 10
    for selection in 0..<selections {
      var procedure = KimNelson(systems: 5, indifference: 1, firstStage: 10)
      let result = procedure.run { system, replication in
        let key = selection * 100_000 + replication * 5 + (isCommon ? 0 : system)
        return -monthlyCost(policies[system], seed: UInt64(key))
      }
      if result.selected == 1 { correct += 1 }
      totals.add(Double(result.replications))
    }
    let joint = (totals.error * totals.error + error * error).squareRoot()
    #expect(abs(totals.mean - expected) <= 4 * joint, "took \(totals.mean)")
    #expect(
      Double(correct) / Double(selections) >= 0.999 - 4 * shareError(0.999, selections) - 0.004)
  }

  @Test func `identical systems do not keep a procedure from ending`() {
    var procedure = KimNelson(systems: 3, indifference: 1)
    #expect(procedure.run { _, replication in Double(replication % 3) }.selected == 0)
    var single = KimNelson(systems: 1, indifference: 1)
    #expect(single.run { _, _ in 0 } == (0, 0))
    var constant = GoodSelection(systems: 3, indifference: 1)
    #expect(constant.run { system, _ in Double(system) }.selected == 2)
    var budget = OptimalBudget(systems: 3, budget: 60)
    #expect(budget.run { system, _ in Double(system) } == (2, 60))
    var twoStage = Rinott(systems: 2, indifference: 1)
    #expect(twoStage.run { system, _ in Double(system) } == (1, 40))
  }
}

/// Average monthly cost over 30 months of an (s, S) policy with Poisson(25) demand.
private func monthlyCost(_ policy: (s: Int, S: Int), seed: UInt64) -> Double {
  var generator = TestGenerator(state: seed &* 0xD134_2543_DE82_EF95)
  generator.state = generator.next()
  var stock = policy.S
  var cost = 0.0
  for _ in 0..<30 {
    if stock < policy.s {
      cost += 32 + 3 * Double(policy.S - stock)
      stock = policy.S
    }
    // Poisson by the product of uniforms.
    let limit = exp(-25.0)
    var product = generator.uniform()
    while product > limit {
      stock -= 1
      product *= generator.uniform()
    }
    cost += stock >= 0 ? Double(stock) : 5 * Double(-stock)
  }
  return cost / 30
}

/// Normal systems with a common correlation; replications in any order of systems.
private struct NormalSystems {
  var means: [Double]
  var rho: Double
  var sigma: Double
  var seed: UInt64

  init(means: [Double], rho: Double, seed: Int, sigma: Double = 1) {
    self.means = means
    self.rho = rho
    self.sigma = sigma
    self.seed = UInt64(seed) &* 0xD134_2543_DE82_EF95
  }

  init(_ reference: SelectionTests.Case, delta: Double, seed: Int) {
    let means = (0..<reference.k).map {
      reference.isSpaced ? -Double($0) * delta : $0 == 0 ? delta : 0
    }
    self.init(means: means, rho: reference.rho, seed: seed)
  }

  init(k: Int, delta: Double, seed: Int) {
    self.init(means: (0..<k).map { $0 == 0 ? delta : 0 }, rho: 0, seed: seed)
  }

  mutating func value(_ system: Int, _ replication: Int) -> Double {
    let own = noise(UInt64(system + 1), replication)
    guard rho > 0 else { return means[system] + sigma * own }
    let common = noise(0, replication)
    return means[system] + sigma * (rho.squareRoot() * common + (1 - rho).squareRoot() * own)
  }

  private func noise(_ stream: UInt64, _ replication: Int) -> Double {
    var generator = TestGenerator(
      state: seed &+ stream &* 0x8CB9_2BA7_2F3D_8DD7 &+ UInt64(replication) &* 0xDB4F_0B91_75AE_2165
    )
    _ = generator.next()
    return StandardNormal.quantile(generator.uniform())
  }
}

/// Running mean and variance.
struct Sample {
  var count = 0
  var mean = 0.0
  private var squares = 0.0

  var variance: Double { squares / Double(count - 1) }
  /// Standard error of the mean.
  var error: Double { (variance / Double(count)).squareRoot() }

  mutating func add(_ x: Double) {
    count += 1
    let delta = x - mean
    mean += delta / Double(count)
    squares += delta * (x - mean)
  }
}
