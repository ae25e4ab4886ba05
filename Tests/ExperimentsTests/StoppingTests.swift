import Experiments
import Statistics
import Testing

@Suite struct StoppingTests {
  func run(_ rule: StoppingRule, threads: Int = 2, replications: Int = 10) throws -> Comparison {
    try Experiment.run(
      ToyExperiment(observations: 5),
      plan: ExperimentPlan(replications: replications, threads: threads, stopping: rule))
  }

  @Test func `replicating stops at the first block whose intervals are narrow enough`() throws {
    let long = try Experiment.run(
      ToyExperiment(observations: 5), plan: ExperimentPlan(replications: 200, threads: 2))
    let values = long.designPoints.map { $0.response("time")!.perReplication.map { $0! } }
    let target = 0.03
    let expected = try #require(
      stride(from: 10, through: 200, by: 10).first { n in
        values.allSatisfy { Estimate.mean(of: Array($0.prefix(n)))!.halfWidth()! <= target }
      })
    #expect(expected > 20)
    for threads in [1, 3] {
      let result = try run(
        StoppingRule(targets: [.init("time", .absolute(target))]), threads: threads)
      #expect(result.replications == expected)
      #expect(result.isComplete)
      #expect(result.precision.map(\.isMet) == [true, true, true])
      #expect(result.notes.contains { $0.hasSuffix("all together with at least 85 %") })
    }
  }

  @Test func `all targets have to be met, and the maximum ends it`() throws {
    let rule = StoppingRule(
      targets: [.init("time", .relative(0.5)), .init("time.p50", .absolute(1e-6))], maximum: 25)
    let result = try run(rule)
    #expect(result.replications == 25)
    #expect(result.precision.filter(\.isMet).map(\.target.response) == ["time", "time", "time"])
    #expect(result.notes.contains { $0.hasPrefix("precision not reached by 25 replications") })
  }

  @Test func `a relative precision around zero is refused at once`() throws {
    let result = try Experiment.run(
      Values { $0 % 2 == 0 ? 1 : -1 },
      plan: ExperimentPlan(
        replications: 10, threads: 1,
        stopping: StoppingRule(targets: [.init("cost", .relative(0.5))])))
    #expect(result.replications == 10)
    #expect(
      result.notes.contains {
        $0.hasPrefix("a relative precision means nothing") && $0.hasSuffix("a cost")
      })
  }

  @Test func `a single first replication is not enough to stop`() throws {
    let result = try run(
      StoppingRule(targets: [.init("time", .relative(0.9))], block: 5), replications: 1)
    #expect(result.replications == 6)
  }

  @Test func `progress ends at its total though the total was not known`() throws {
    let reports = Record<ExperimentProgress>()
    _ = try Experiment.run(
      ToyExperiment(observations: 5),
      plan: ExperimentPlan(
        replications: 10, threads: 2,
        stopping: StoppingRule(targets: [.init("time", .absolute(0.05))]))
    ) { reports.append($0) }
    let last = try #require(reports.all.last)
    #expect(last.completed == reports.all.count)
    #expect(last.fraction <= 1)
  }

  @Test func `a heavy tail is noted`() throws {
    let comparison = try Experiment.run(
      Values { $0 == 7 ? 1000 : Double($0 % 5) },
      plan: ExperimentPlan(replications: 20, threads: 1, baseline: nil))
    #expect(comparison.notes.contains { $0.contains("heavy tail") && $0.contains("replication 8") })
  }
}

/// One design point whose cost is a function of the replication.
private struct Values: Experimentable {
  let designPoints = ["a"]
  let value: @Sendable (Int) -> Double

  init(_ value: @escaping @Sendable (Int) -> Double) { self.value = value }

  func responses(of point: Int) -> [ResponseDefinition] {
    [.init(name: "cost", unit: "USD", goal: .lowerIsBetter, isPrimary: true, source: .ratio(0))]
  }

  func replicate(point: Int, replication: Int) -> ReplicationResult {
    ReplicationResult(ratios: [Ratio(numerator: value(replication), denominator: 1)])
  }
}
