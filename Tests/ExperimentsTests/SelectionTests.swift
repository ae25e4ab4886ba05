import Experiments
import Statistics
import Testing

@Suite struct SelectionTests {
  let toy = ToyExperiment(
    designPoints: ["a", "b", "c", "d"], shifts: [0.3, 0, 0.1, 0.5],
    reactions: [1, 1.05, 0.95, 1], observations: 4)

  @Test func `KN with common random numbers finds the fastest, whatever the threads`() throws {
    let results = try [1, 2, 5].map { threads in
      try Selection.run(
        toy,
        plan: SelectionPlan(
          response: "time", procedure: KimNelson(systems: 4, indifference: 0.05),
          usesCommonRandomNumbers: true, threads: threads))
    }
    for result in results {
      #expect(result.selected == 1)
      #expect(result.survivors == [1])
      #expect(result.estimates.map { $0?.count } == results[0].estimates.map { $0?.count })
      #expect(result.fingerprint == results[0].fingerprint)
      #expect(result.throughput.entities == result.replications * 4)
    }
    #expect(
      results[0].guarantee == .goodSelection(probability: 0.95, indifference: 0.05))
  }

  @Test func `common luck needs fewer replications than luck of their own`() throws {
    let counts = try [true, false].map { isCommon in
      try Selection.run(
        toy,
        plan: SelectionPlan(
          response: "time", procedure: KimNelson(systems: 4, indifference: 0.05),
          usesCommonRandomNumbers: isCommon, threads: 2)
      ).replications
    }
    #expect(counts[0] < counts[1])
  }

  @Test func `luck of their own means replications of their own`() throws {
    let visits = Record<[Int]>()
    var watched = toy
    watched.didReplicate = { visits.append([$0, $1]) }
    _ = try Selection.run(
      watched,
      plan: SelectionPlan(
        response: "time", procedure: OptimalBudget(systems: 4, budget: 60),
        usesCommonRandomNumbers: false, threads: 1))
    #expect(visits.all.count == 60)
    #expect(Set(visits.all.map { $0[1] }).count == 60)
    #expect(Set(visits.all.map { $0[1] >> 24 }) == [0, 1, 2, 3])
  }

  @Test func `an interrupted selection selects nothing`() throws {
    let cancellation = Cancellation()
    let result = try Selection.run(
      toy,
      plan: SelectionPlan(
        response: "time", procedure: KimNelson(systems: 4, indifference: 0.001),
        usesCommonRandomNumbers: true, threads: 2), cancellation: cancellation
    ) { if $0.completed == 30 { cancellation.cancel() } }
    #expect(result.selected == nil)
    #expect(result.survivors.count >= 1)
  }

  @Test func `a response that is not there or not observed cannot decide`() {
    func run(_ response: String, emptyPoint: Int?) throws -> SelectionResult {
      var experiment = toy
      experiment.emptyPoint = emptyPoint
      return try Selection.run(
        experiment,
        plan: SelectionPlan(
          response: response, procedure: KimNelson(systems: 4, indifference: 1),
          usesCommonRandomNumbers: true, threads: 1))
    }
    #expect(throws: ExperimentError.self) { try run("none", emptyPoint: nil) }
    #expect(
      throws: ExperimentError.unobserved(response: "time", designPoint: "c", replication: 1)
    ) { try run("time", emptyPoint: 2) }
  }
}
