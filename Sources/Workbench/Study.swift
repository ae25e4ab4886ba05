internal import Experiments
internal import Fulfillment
internal import RandomVariates
internal import Statistics
private import Synchronization

/// Strategies of a model as design points of an experiment.
struct Study: Experimentable {
  let model: Model
  /// Indices into the model's strategies.
  let strategies: [Int]
  let seed: UInt64
  let generator: GeneratorKind
  let series = DailySeries()
  let hourly = SeriesSums()
  let carried = CarriedSums()
  /// Whether results carry what adds up, for a store to do so, instead of adding up here.
  var keepsTotals = false

  var designPoints: [String] { strategies.map { model.strategyNames[$0] } }

  func responses(of point: Int) -> [ResponseDefinition] {
    let network = model.networks[strategies[point]]
    let values = network.values(of: network.emptyOutcome)
    var ratios = 0
    return zip(network.measures, values).map { measure, value in
      let source: ResponseDefinition.Source
      switch value {
      case .ratio:
        source = .ratio(ratios)
        ratios += 1
      case .quantile(let distribution, let p):
        source = .quantile(sketch: distribution.index, p: p)
      }
      return ResponseDefinition(
        name: measure.name, unit: unit(measure.unit), goal: measure.goal.direction,
        isPrimary: measure.isPrimary, source: source)
    }
  }

  private func unit(_ unit: String) -> String {
    switch unit {
    case "share": "1"
    case "currency": model.scenario.currency
    default: unit
    }
  }

  func replicate(point: Int, replication: Int) -> ReplicationResult {
    let strategy = strategies[point]
    let network = model.networks[strategy]
    let outcome = model.replicate(
      strategy: strategy,
      RunSeed(seed: seed, replication: replication, generator: generator))
    let totals = RunTotals(outcome)
    if !keepsTotals { add(totals, point: point) }
    let ratios = network.values(of: outcome).compactMap { value -> Ratio? in
      guard case .ratio(let numerator, let denominator) = value else { return nil }
      return Ratio(numerator: numerator, denominator: denominator)
    }
    var result = ReplicationResult(
      ratios: ratios, sketches: outcome.sketches,
      entities: outcome.ordersSimulated, events: outcome.events, fingerprint: outcome.fingerprint,
      violations: outcome.violations)
    if keepsTotals { result.totals = totals }
    return result
  }
}

/// Orders delivered per day, the mean over replications: a picture of the run, in no other figure.
final class DailySeries: Sendable {
  private struct Sum {
    var perDay: [Int]
    var replications = 0
  }
  private let sums = Mutex<[Int: Sum]>([:])

  func add(_ perDay: [Int], point: Int, replications: Int = 1) {
    sums.withLock { sums in
      var sum = sums[point] ?? Sum(perDay: [Int](repeating: 0, count: perDay.count))
      for (day, count) in perDay.enumerated() { sum.perDay[day] += count }
      sum.replications += replications
      sums[point] = sum
    }
  }

  func of(_ point: Int) -> [Double] {
    sums.withLock { sums in
      guard let sum = sums[point] else { return [] }
      return sum.perDay.map { Double($0) / Double(sum.replications) }
    }
  }
}

extension Measure.Goal {
  var direction: Goal {
    switch self {
    case .lower: .lowerIsBetter
    case .higher: .higherIsBetter
    case .none: .neutral
    }
  }
}
