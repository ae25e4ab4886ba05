import Experiments
import Foundation
import Statistics
import Testing

@Suite struct ExperimentTests {
  @Test func `results do not depend on the number of threads`() throws {
    let experiment = ToyExperiment(delay: 0.003)
    let runs = try [1, 2, 8].map {
      try Experiment.run(experiment, plan: ExperimentPlan(replications: 7, threads: $0))
    }
    for run in runs {
      #expect(run.fingerprint == runs[0].fingerprint)
      #expect(run.designPoints.count == 3)
      for (point, other) in zip(run.designPoints, runs[0].designPoints) {
        for (a, b) in zip(point.responses, other.responses) {
          #expect(a.estimate == b.estimate)
          #expect(a.perReplication == b.perReplication)
        }
      }
      #expect(run.differences.map(\.interval) == runs[0].differences.map(\.interval))
      #expect(run.throughput.entities == 7 * 3 * 50)
      #expect(run.throughput.events == 7 * 3 * 150)
    }
    #expect(runs.map(\.throughput.threads) == [1, 2, 8])
  }

  @Test func `the fingerprint tells one changed replication and a changed order`() throws {
    let plan = ExperimentPlan(replications: 3, threads: 2)
    let one = try Experiment.run(ToyExperiment(), plan: plan)
    let two = try Experiment.run(ToyExperiment(shifts: [0, 1, 1e-9]), plan: plan)
    let three = try Experiment.run(ToyExperiment(shifts: [1, 0, 0]), plan: plan)
    #expect(one.fingerprint != two.fingerprint)
    #expect(one.fingerprint != three.fingerprint)
  }

  @Test func `work goes replication by replication over all design points`() throws {
    let visits = Record<[Int]>()
    let experiment = ToyExperiment(didReplicate: { visits.append([$1, $0]) })
    _ = try Experiment.run(experiment, plan: ExperimentPlan(replications: 3, threads: 1))
    #expect(
      visits.all == [
        [0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [2, 0], [2, 1], [2, 2],
      ])
  }

  @Test func `progress counts every replication once and ends at the total`() throws {
    let reports = Record<ExperimentProgress>()
    _ = try Experiment.run(
      ToyExperiment(delay: 0.001), plan: ExperimentPlan(replications: 4, threads: 3)
    ) { reports.append($0) }
    #expect(reports.all.map(\.completed) == Array(1...12))
    #expect(reports.all.last?.fraction == 1)
    #expect(reports.all.last?.remaining == 0)
    #expect(Set(reports.all.map { "\($0.designPoint) \($0.replication)" }).count == 12)
  }

  @Test(arguments: [1, 2, 5])
  func `a cancelled run keeps the replications complete for all design points`(threads: Int)
    throws
  {
    let cancellation = Cancellation()
    let full = try Experiment.run(
      ToyExperiment(), plan: ExperimentPlan(replications: 4, threads: 2))
    let experiment = ToyExperiment(delay: 0.002)
    let result = try Experiment.run(
      experiment, plan: ExperimentPlan(replications: 50, threads: threads),
      cancellation: cancellation
    ) { if $0.completed == 13 { cancellation.cancel() } }
    // 13 of 150 are done; at most `threads` more finish.
    #expect((4...(13 + threads) / 3).contains(result.replications))
    #expect(!result.isComplete)
    #expect(result.notes.contains("incomplete: \(result.replications) of 50 replications"))
    for (point, reference) in zip(result.designPoints, full.designPoints) {
      #expect(point.responses[0].perReplication.count == result.replications)
      #expect(
        Array(point.responses[0].perReplication.prefix(4)) == reference.responses[0].perReplication)
    }
  }

  @Test func `cancelling before the first replication is complete leaves no result`() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: ExperimentError.cancelled) {
      try Experiment.run(
        ToyExperiment(), plan: ExperimentPlan(replications: 2, threads: 2),
        cancellation: cancellation)
    }
  }

  @Test(arguments: [1, 2, 8])
  func `a broken conservation law stops the run and is named`(threads: Int) {
    let visits = Record<Int>()
    // Work 7 is replication 3 of design point "plus"; work 9 must not be named instead.
    let experiment = ToyExperiment(
      delay: 0.002, violationsAt: [7, 9], didReplicate: { visits.append($0 + $1) })
    #expect(
      throws: ExperimentError.violated(
        designPoint: "plus", replication: 3, violations: ["units: 3 in, 2 out"])
    ) {
      try Experiment.run(experiment, plan: ExperimentPlan(replications: 100, threads: threads))
    }
    #expect(visits.all.count < 50)
  }

  @Test func `cpu time and memory of the process are measured`() throws {
    let run = try Experiment.run(
      ToyExperiment(observations: 20_000), plan: ExperimentPlan(replications: 4, threads: 2))
    #expect(run.throughput.cpuSeconds > 0)
    #expect(run.throughput.wallSeconds > 0)
    #expect(run.throughput.peakMemoryMebibytes > 1)
    #expect(try #require(run.throughput.eventsPerCPUSecond) > 0)
  }
}
