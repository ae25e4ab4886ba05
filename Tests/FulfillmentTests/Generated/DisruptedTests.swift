import Quantities
import ScenarioFile
import Testing

@testable import Fulfillment

/// The laws of every run hold whatever goes wrong, and the twin says what was its fault.
@Suite struct DisruptedTests {
  #if DEBUG
    static let seeds: Range<UInt64> = 1..<17
  #else
    static let seeds: Range<UInt64> = 1..<301
  #endif

  @Test(arguments: seeds)
  func `orders, units, hours and money are conserved through disruptions`(seed: UInt64) throws {
    let scenario = GeneratedScenario(disruptedBy: seed)
    let model = try scenario.model()
    for strategy in model.networks.indices {
      let run = RunSeed(seed: seed, replication: 0)
      let (outcome, traces, _) = model.traces(strategy: strategy, run)
      let name = "seed \(seed), \(model.strategyNames[strategy])\n\(scenario.yaml)"
      #expect(outcome.violations == [], "\(name)")
      #expect(outcome.stageTicks.reduce(0, +) == outcome.clickToDoorTicks, "\(name)")
      #expect(
        model.replicate(strategy: strategy, run).fingerprint == outcome.fingerprint, "\(name)")
      #expect(outcome.lateCauses.reduce(0, +) == outcome.ordersPlaced - outcome.ordersOnTime)
      #expect(outcome.lateCauses.allSatisfy { $0 >= 0 }, "\(name)")
      for trace in traces {
        for (index, shipment) in trace.shipments.enumerated() {
          var now = trace.placed
          for step in trace.steps where step.shipment == index + 1 {
            #expect(step.from == now && step.to >= now, "\(name)")
            now = step.to
          }
          if let arrived = shipment.arrived { #expect(arrived == now) }
        }
      }
    }
  }

  /// Order by order: late here, and not in the same scenario without the block.
  @Test(arguments: seeds)
  func `late by disruption is late here and in time in a calm world`(seed: UInt64) throws {
    var scenario = GeneratedScenario(disruptedBy: seed)
    scenario.disruptions.removeAll { $0.text.contains("demand_surge") }
    guard !scenario.disruptions.isEmpty else { return }
    var calm = scenario
    calm.disruptions = []
    let (model, twin) = (try scenario.model(), try calm.model())
    for strategy in model.networks.indices {
      let run = RunSeed(seed: seed, replication: 3)
      let outcome = model.replicate(strategy: strategy, run)
      let harmed = zip(
        model.roster(strategy: strategy, run), twin.roster(strategy: strategy, run)
      ).count { $0.isLate && !$1.isLate }
      #expect(outcome.lateCauses[Int(LateCause.disruption.rawValue)] == harmed, "seed \(seed)")
      let cost = twin.replicate(strategy: strategy, run).ledger.costToServe
      #expect(outcome.calmCost == cost, "seed \(seed)")
    }
  }

  @Test func `the generator reaches every kind of disruption`() {
    let texts = Self.seeds.map { GeneratedScenario(disruptedBy: $0).yaml }.joined()
    for kind in Registrations.disruptions.entries.map(\.name) {
      #expect(texts.contains(kind), "\(kind) is never generated")
    }
  }
}
