import Experiments
import Statistics
import Testing

@Suite struct ComparisonTests {
  func run(_ experiment: ToyExperiment, replications: Int = 10, baseline: Int? = 0) throws
    -> Comparison
  {
    try Experiment.run(
      experiment,
      plan: ExperimentPlan(replications: replications, threads: 2, baseline: baseline))
  }

  @Test func `a shift is found exactly and a twin is equivalent`() throws {
    let comparison = try run(ToyExperiment())
    #expect(comparison.differences.map(\.point) == [1, 2])
    let shift = comparison.differences[0]
    #expect(abs(shift.paired.estimate.point - 1) < 1e-12)
    #expect(shift.verdict == .worse)
    #expect(comparison.differences[1].verdict == .equivalent)
    #expect(comparison.differences[1].interval == Interval(low: 0, high: 0))
  }

  @Test func `differences share one Bonferroni family, single intervals do not`() throws {
    let comparison = try run(ToyExperiment(shifts: [0, 0.01, 0], reactions: [1, 1.5, 0.5]))
    let difference = comparison.differences[0]
    let expected = try #require(difference.paired.estimate.halfWidth(comparisons: 2))
    #expect(abs(try #require(difference.interval).halfWidth - expected) < 1e-12)
    let response = try #require(comparison.designPoints[1].response("time"))
    #expect(response.halfWidth == response.estimate?.halfWidth(confidence: 0.95))
  }

  @Test func `any design point can be the baseline, and none`() throws {
    let comparison = try run(ToyExperiment(), baseline: 1)
    #expect(comparison.differences.map(\.point) == [0, 2])
    #expect(comparison.differences.map(\.verdict) == [.better, .better])
    #expect(try run(ToyExperiment(), baseline: nil).differences.isEmpty)
  }

  @Test func `an equivalence margin is looked up by response`() throws {
    let plan = ExperimentPlan(
      replications: 5, threads: 1, equivalenceMargins: ["time": 1.1, "other": 0])
    let comparison = try Experiment.run(ToyExperiment(), plan: plan)
    #expect(comparison.differences[0].verdict == .equivalent)
  }

  @Test func `one replication has points, no intervals and separates nothing`() throws {
    let comparison = try run(ToyExperiment(shifts: [0, 5, 5]), replications: 1)
    for point in comparison.designPoints {
      for response in point.responses {
        #expect(response.estimate != nil)
        #expect(response.halfWidth == nil)
      }
    }
    #expect(comparison.differences.map(\.verdict) == [.notSeparated, .notSeparated])
    #expect(comparison.differences.map(\.interval) == [nil, nil])
    #expect(comparison.notes.contains { $0.hasPrefix("one replication") })
  }

  @Test func `a quantile is pooled over replications to the sketch's accuracy`() throws {
    let comparison = try run(ToyExperiment(observations: 400))
    let response = try #require(comparison.designPoints[0].response("time.p50"))
    #expect(abs(try #require(response.estimate).point - 10.5) < 0.0051 * 10.5 + 0.02)
    #expect(response.perReplication.count == 10)
    #expect(response.observationsBeyond == 200)
    #expect(!comparison.notes.contains { $0.contains("fewer than 100") })
  }

  @Test func `too few observations beyond a quantile are noted`() throws {
    let comparison = try run(ToyExperiment(observations: 150))
    #expect(
      comparison.notes.contains(
        "fewer than 100 observations beyond the quantile in a replication, so that intervals are rough: time.p50"
      ))
  }

  @Test func `reacting against the common noise is noted as backfiring`() throws {
    let comparison = try run(ToyExperiment(reactions: [1, -1, 1]))
    #expect(
      comparison.notes.contains(
        "common random numbers did not reduce the variance (factor below 1): plus time (0.50)"))
  }

  @Test func `a design point without observations has no number and no difference`() throws {
    let comparison = try run(ToyExperiment(emptyPoint: 1))
    #expect(comparison.designPoints[1].response("time")?.estimate == nil)
    #expect(comparison.designPoints[1].response("time.p50")?.estimate == nil)
    #expect(comparison.designPoints[1].response("count")?.estimate?.point == 0)
    #expect(comparison.differences.map(\.point) == [2])
  }
}
