public import Diagnostics
public import RandomVariates
internal import ScenarioFile

/// A scenario compiled: one network per strategy, over one market.
public struct Model: Sendable {
  public let scenario: Scenario
  public let networks: [Network]
  /// Orders that one replication is expected to place, warm-up included.
  public let expectedOrders: Double

  /// Compiles every strategy of a scenario; all problems are reported, not only the first.
  ///
  /// - Returns: nil if there was an error.
  public init?(_ scenario: Scenario, sink: DiagnosticSink) {
    guard let market = MarketModel(scenario, sink) else { return nil }
    let compiled = scenario.strategies.map {
      StrategyCompiler.compile(
        $0, on: market, seed: scenario.experiment.seed, disruptions: scenario.disruptions,
        sink: sink)
    }
    let networks = compiled.compactMap { $0 }
    guard networks.count == compiled.count, !sink.hasErrors else { return nil }
    scenario.warnOfClasses(sink)
    for gate in scenario.gates { Model.check(gate, in: scenario, networks, sink) }
    Model.check(scenario.disruptions, in: scenario, networks, market, sink)
    for target in scenario.calibration {
      let network =
        networks.first { $0.tables.strategy == target.strategy?.value } ?? networks[0]
      let known = network.measures.map(\.name)
      if !known.contains(target.kpi.value) { sink.unknown("KPI", target.kpi, known: known) }
    }
    guard !sink.hasErrors else { return nil }
    self.scenario = scenario
    self.networks = networks
    expectedOrders = market.ordersPerDay.reduce(0, +) * Double(market.clock.windowEnd) / 8.64e10
  }

  /// Reports a gate on a figure that none of the strategies it applies to has.
  private static func check(
    _ gate: Gate, in scenario: Scenario, _ networks: [Network], _ sink: DiagnosticSink
  ) {
    let baseline = scenario.experiment.baseline?.value ?? scenario.strategies.first?.name
    let judged = networks.filter { network in
      let name = network.tables.strategy
      return gate.strategy.map { $0.value == name } ?? (name != baseline || networks.count == 1)
    }
    let known = judged.flatMap(\.measures).map(\.name)
    if !known.contains(gate.kpi.value) {
      sink.unknown("KPI", gate.kpi, known: known)
    }
  }

  /// Names of the strategies, in the order of the scenario.
  public var strategyNames: [String] { networks.map(\.tables.strategy) }

  /// Runs one replication of one strategy: a pure function of its arguments and the model.
  public func replicate(strategy: Int, _ run: RunSeed) -> Outcome {
    networks[strategy].simulate(run, Unwatched()).outcome
  }
}

extension RunSeed {
  public init(seed: UInt64, replication: Int, generator: GeneratorKind = .philox4x64) {
    self.init(seed: seed, replication: UInt64(replication), generator: generator)
  }
}
