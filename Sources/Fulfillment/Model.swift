public import Diagnostics
public import RandomVariates
internal import ScenarioFile

/// A scenario compiled: one network per strategy, over one market.
public struct Model: Sendable {
  public let scenario: Scenario
  public let networks: [Network]

  /// Compiles every strategy of a scenario; all problems are reported, not only the first.
  ///
  /// - Returns: nil if there was an error.
  public init?(_ scenario: Scenario, sink: DiagnosticSink) {
    guard let market = MarketModel(scenario, sink) else { return nil }
    let compiled = scenario.strategies.map {
      StrategyCompiler.compile($0, on: market, seed: scenario.experiment.seed, sink: sink)
    }
    let networks = compiled.compactMap { $0 }
    guard networks.count == compiled.count, !sink.hasErrors else { return nil }
    self.scenario = scenario
    self.networks = networks
  }

  /// Names of the strategies, in the order of the scenario.
  public var strategyNames: [String] { networks.map(\.tables.strategy) }

  /// Runs one replication of one strategy: a pure function of its arguments and the model.
  public func replicate(strategy: Int, _ run: RunSeed) -> Outcome {
    Kernel(networks[strategy], run: run).outcomeOfRun()
  }
}

extension RunSeed {
  public init(seed: UInt64, replication: Int, generator: GeneratorKind = .philox4x64) {
    self.init(seed: seed, replication: UInt64(replication), generator: generator)
  }
}
