import Diagnostics
import Experiments
import Reports
import Statistics
import Testing
import Workbench

@Suite struct ExitStatusTests {
  func summary(
    replications: Int = 4, verdict: Verdict = .better, isPassed: Bool = true
  ) -> Summary {
    Summary(
      scenario: ScenarioIdentity(name: "s", sha256: "00"), version: "1", seed: 1,
      replications: replications, replicationsRequested: 4, fingerprint: "0",
      throughput: Throughput(
        entities: 1, events: 1, wallSeconds: 1, cpuSeconds: 1, peakMemoryMebibytes: 1,
        threads: 1),
      baseline: "a", strategies: [],
      differences: [
        DifferenceSummary(
          strategy: "b", kpi: "k", unit: "h", mean: 1, interval: nil, verdict: verdict)
      ],
      gates: [GateResult(strategy: "b", rule: "r", observed: "o", isPassed: isPassed)])
  }

  @Test func `a run ends with what weighs most`() {
    #expect(ExitStatus(of: summary()) == .success)
    #expect(ExitStatus(of: summary(isPassed: false)) == .gateFailed)
    #expect(ExitStatus(of: summary(replications: 3, isPassed: false)) == .interrupted)
    #expect(ExitStatus(of: summary(verdict: .notSeparated)) == .success)
    #expect(
      ExitStatus(of: summary(verdict: .notSeparated), requiringConclusion: true) == .inconclusive)
    #expect(
      ExitStatus(of: summary(verdict: .equivalent), requiringConclusion: true) == .success)
  }

  @Test func `every failure has the exit status of its kind`() {
    let sources = SourceFiles()
    let bad = Problems([Diagnostic(.error, "unknown-key", "unknown key 'x'")], in: sources)
    let absent = Problems(
      [Diagnostic(.error, "missing-file", "no file 'x.csv'", subject: .input)], in: sources)
    #expect(Failure.problems(bad).exitStatus == .badScenario)
    #expect(Failure.problems(absent).exitStatus == .missingInput)
    #expect(Failure.missing(path: "x", reason: "gone").exitStatus == .missingInput)
    #expect(Failure.usage("no").exitStatus == .usage)
    #expect(Failure(.cancelled).exitStatus == .interrupted)
    #expect(
      Failure(.violated(designPoint: "a", replication: 1, violations: [])).exitStatus == .fault)
  }

  @Test func `an unknown name is told with its neighbour and the known ones`() {
    let failure = Failure.unknown(name: "hybird", kind: "strategy", known: ["amazon", "hybrid"])
    #expect(
      failure.text(isColored: false, columns: 96)
        == "error: unknown strategy 'hybird'; did you mean 'hybrid'?\n  known: amazon, hybrid")
  }

  @Test func `a broken law names the replication and everything that did not add up`() {
    let failure = Failure.violated(
      strategy: "amazon", replication: 3, violations: ["units: 3 in, 2 out", "money: off by 1"])
    let text = failure.text(isColored: false, columns: 96)
    #expect(text.hasPrefix("error: conservation violated: amazon, replication 3\n"))
    #expect(text.contains("\n  units: 3 in, 2 out\n  money: off by 1\n"))
  }
}
