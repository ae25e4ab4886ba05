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

  @Test func `which design points may be the best is told over all pairs`() throws {
    let best = try run(ToyExperiment(shifts: [0, 1, 0])).best
    #expect(best.map(\.definition.name) == ["time"])
    #expect(best[0].possiblyBest == [0, 2])
    #expect(best[0].intervals[1].high == 0)
    #expect(try run(ToyExperiment(designPoints: ["a", "b"])).best.isEmpty)
  }

  @Test func `without common luck the interval is Welch's and much wider`() throws {
    var plan = ExperimentPlan(replications: 10, threads: 2)
    plan.isPaired = false
    let comparison = try Experiment.run(Independent(ToyExperiment()), plan: plan)
    let difference = comparison.differences[0]
    let estimates = try (0...1).map {
      try #require(comparison.designPoints[$0].response("time")?.estimate)
    }
    let welch = try #require(WelchDifference(treatment: estimates[1], baseline: estimates[0]))
    #expect(difference.interval == welch.interval(comparisons: 2))
    #expect(difference.paired.correlation == nil)
    #expect(try #require(difference.interval).halfWidth > 0.01)
    #expect(comparison.notes.contains { $0.contains("Welch") })
    #expect(comparison.best.isEmpty)
    // The first design point has the luck that it would have in a paired run.
    let paired = try run(ToyExperiment())
    #expect(paired.designPoints[0].response("time")?.estimate == estimates[0])
    #expect(paired.designPoints[1].response("time")?.estimate != estimates[1])
  }

  @Test func `a control variate with a known mean sharpens paired differences`() throws {
    // The difference is half the common noise, whose mean is 1/2: "time" itself is the control.
    var plan = ExperimentPlan(replications: 20, threads: 1)
    plan.controls = [.init("time", mean: 10.5)]
    let experiment = ToyExperiment(reactions: [1, 1.5, 1])
    let difference = try Experiment.run(experiment, plan: plan).differences[0]
    let controlled = try #require(difference.controlled)
    #expect(controlled.explained > 0.999)
    #expect(abs(difference.paired.estimate.point - 1.25) < 1e-9)
    #expect(try #require(difference.interval).halfWidth < 1e-9)
    plan.replications = 5
    let few = try Experiment.run(experiment, plan: plan)
    #expect(few.differences[0].controlled == nil)
    #expect(few.notes.contains { $0.contains("were not used") })
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
