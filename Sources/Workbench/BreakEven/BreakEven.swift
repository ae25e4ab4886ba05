internal import Experiments
internal import Foundation
internal import Fulfillment
internal import Reports
internal import ScenarioFile
internal import Statistics

/// Compiles a scenario at levels of one parameter and looks for where two strategies change places.
enum BreakEven {
  static func run(_ request: BreakEvenRequest, _ monitor: Monitor) throws(Failure)
    -> BreakEvenSummary
  {
    let loaded = try LoadedScenario(request.scenario)
    if !loaded.warnings.isEmpty { monitor.warnings(loaded.warnings) }
    guard let root = loaded.document.root else { throw .usage("the scenario is empty") }
    let names = try pair(request.strategies, of: loaded.model)
    let factor = try Factor(request, in: root)
    let goal = try goal(of: request.kpi, in: loaded.model, names)
    let experiment = loaded.model.scenario.experiment
    let seed = request.seed ?? UInt64(experiment.seed)
    let most = max(2, request.replications ?? experiment.replications)
    let bench = Bench(loaded, names, factor, request, seed: seed, monitor)
    let isLogarithmic = factor.range.lowerBound > 0 && !factor.isWhole
    let search = CrossingSearch(
      range: factor.range, isLogarithmic: isLogarithmic, isWhole: factor.isWhole,
      tolerance: request.tolerance, confidence: experiment.confidence,
      replications: min(5, most)...most)
    var crossing: Crossing?
    do throws(Failure) {
      crossing = try search.run { level, replications throws(Failure) in
        try bench.difference(at: level, replications, in: root)
      }
    } catch {
      guard case .interrupted = error else { throw error }
    }
    return BreakEvenSummary(
      scenario: ScenarioIdentity(name: loaded.model.scenario.name, sha256: loaded.sha256),
      version: Version.current, seed: seed, strategies: names, kpi: request.kpi,
      kpiUnit: bench.kpiUnit, lowerIsBetter: goal != .higher, parameter: factor.path,
      parameterUnit: factor.unit, range: factor.range, replicationsMaximum: most,
      confidence: experiment.confidence, crossing: crossing, orders: bench.orders,
      wallSeconds: bench.wallSeconds, threads: request.threads)
  }

  /// The two strategies meant.
  private static func pair(_ names: [String], of model: Model) throws(Failure) -> [String] {
    for name in names where !model.strategyNames.contains(name) {
      throw .unknown(name: name, kind: "strategy", known: model.strategyNames)
    }
    if names.count == 2, names[0] != names[1] { return names }
    if names.isEmpty, model.strategyNames.count == 2 { return model.strategyNames }
    throw .usage(
      "name two strategies with --strategies A,B; the scenario has "
        + model.strategyNames.joined(separator: ", "))
  }

  /// Which way of a KPI is good; it must be one of both strategies.
  private static func goal(of kpi: String, in model: Model, _ names: [String]) throws(Failure)
    -> Measure.Goal
  {
    var goal = Measure.Goal.none
    for network in names.compactMap({ model.strategyNames.firstIndex(of: $0) })
      .map({ model.networks[$0] })
    {
      guard let measure = network.measures.first(where: { $0.name == kpi }) else {
        throw .unknown(name: kpi, kind: "KPI", known: network.measures.map(\.name))
      }
      goal = measure.goal
    }
    return goal
  }
}

/// Runs the two strategies at one level after the other and keeps account.
private final class Bench {
  let loaded: LoadedScenario
  let names: [String]
  let factor: Factor
  let request: BreakEvenRequest
  let seed: UInt64
  let monitor: Monitor
  private(set) var kpiUnit = ""
  private let start = ContinuousClock.now
  /// Replications of the level that was looked at last.
  private var current: (level: Double, experiment: Remembered<Study>)?
  private var ordersBefore = 0

  init(
    _ loaded: LoadedScenario, _ names: [String], _ factor: Factor, _ request: BreakEvenRequest,
    seed: UInt64, _ monitor: Monitor
  ) {
    self.loaded = loaded
    self.names = names
    self.factor = factor
    self.request = request
    self.seed = seed
    self.monitor = monitor
  }

  var orders: Int { ordersBefore + (current?.experiment.effort.entities ?? 0) }

  var wallSeconds: Double { (ContinuousClock.now - start).seconds }

  /// First strategy minus second, replication by replication.
  func difference(at level: Double, _ replications: Int, in root: Node) throws(Failure)
    -> Estimate?
  {
    if monitor.cancellation.isCancelled { throw .interrupted }
    let experiment = try experiment(at: level, in: root)
    let plan = ExperimentPlan(
      replications: replications, threads: request.threads, baseline: nil)
    let comparison = try monitor.run(experiment, plan)
    guard comparison.isComplete else { throw .interrupted }
    let responses = comparison.designPoints.map { $0.response(request.kpi) }
    kpiUnit = responses[0]?.definition.unit ?? kpiUnit
    guard let first = responses[0]?.estimate, let second = responses[1]?.estimate else {
      return nil
    }
    return PairedDifference(treatment: first, baseline: second)?.estimate
  }

  private func experiment(at level: Double, in root: Node) throws(Failure) -> Remembered<Study> {
    if let current, current.level == level { return current.experiment }
    let model = try loaded.model(of: factor.setting(level, in: root))
    let indices = names.compactMap { model.strategyNames.firstIndex(of: $0) }
    ordersBefore = orders
    let experiment = Remembered(
      Study(model: model, strategies: indices, seed: seed, generator: request.generator))
    current = (level, experiment)
    return experiment
  }
}
