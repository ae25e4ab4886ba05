internal import Statistics

/// Finds the best whole-numbered decisions that keep constraints, by R-SPLINE: a sequence of
/// samples, each larger than the last and containing it, solved to a local optimum from the last
/// one's solution. Candidates then meet once more, on fresh replications.
///
/// As the budget grows the solutions converge to a local optimum with probability one [wang2013],
/// constraints being relaxed to what the sample says [nagaraj2014]. For the budget that was spent
/// nothing follows about points not visited; what holds with the stated confidence is what the last
/// comparison says of the recommended point.
public enum Optimization {
  /// First replication of the last comparison, beyond any sample of the search.
  private static let freshStart = 1 << 28

  public static func run<Problem: IntegerProblem>(
    _ problem: Problem, plan: OptimizationPlan, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws(ExperimentError) -> OptimizationResult {
    func definition(_ name: String) throws(ExperimentError) -> ResponseDefinition {
      guard let found = problem.responses.first(where: { $0.name == name }) else {
        throw .unobserved(response: name, designPoint: "the model", replication: 1)
      }
      return found
    }
    let objective = try definition(plan.objective)
    var constraints: [(Constraint, ResponseDefinition)] = []
    for constraint in plan.constraints {
      constraints.append((constraint, try definition(constraint.response)))
    }
    let tally = Tally()
    let report: @Sendable (WorkItem, ReplicationResult) -> Void = { item, result in
      let counts = tally.add(result)
      progress(
        ExperimentProgress(
          completed: counts.completed, total: max(plan.budget, counts.completed),
          designPoint: "search", replication: counts.completed, replications: plan.budget,
          entities: counts.entities, events: counts.events, elapsed: tally.elapsed))
    }
    var search = Evaluator(
      problem, objective: objective, constraints: constraints, threads: plan.threads,
      cancellation: cancellation, report: report)
    let reserve = plan.candidates * plan.finalReplications
    precondition(plan.budget > reserve, "the budget leaves something for the search")
    var path: [OptimizationResult.Step] = []
    for (index, start) in plan.starts.enumerated() {
      search.limit = (plan.budget - reserve) * (index + 1) / plan.starts.count
      try follow(problem, plan, from: start, index: index, &search, &path)
    }

    let finalists = finalists(path, search, plan)
    var fresh = Evaluator(
      problem, objective: objective, constraints: constraints, threads: plan.threads,
      cancellation: cancellation, start: freshStart, report: report)
    let size = plan.finalReplications
    let isComplete = try fresh.evaluate(finalists, sample: size) != nil
    let candidates = isComplete ? judge(finalists, fresh, plan) : []
    let feasible = candidates.indices.filter { candidates[$0].feasibility == .holds }
    let recommended = feasible.min {
      fresh.evaluation(of: candidates[$0].point, sample: size)
        < fresh.evaluation(of: candidates[$1].point, sample: size)
    }
    let estimates = feasible.compactMap { candidates[$0].objective }
    let solved = Set(path.filter(\.isLocalOptimum).map(\.point))
    return OptimizationResult(
      path: path, candidates: candidates, recommended: recommended,
      comparison: objective.goal == .neutral
        ? nil
        : ComparisonWithBest(
          estimates, goal: objective.goal, confidence: (1 + plan.confidence) / 2),
      compared: feasible,
      isLocalOptimumOfSample: recommended.map { solved.contains(candidates[$0].point) } ?? false,
      pointsVisited: search.visited.count, replications: search.spent + fresh.spent,
      confidence: plan.confidence, throughput: tally.throughput(threads: plan.threads),
      isComplete: isComplete)
  }

  /// Solves larger and larger samples until the budget ends.
  private static func follow<Problem: IntegerProblem>(
    _ problem: Problem, _ plan: OptimizationPlan, from start: [Int], index: Int,
    _ search: inout Evaluator<Problem>, _ path: inout [OptimizationResult.Step]
  ) throws(ExperimentError) {
    var point = start
    var sample = plan.firstSample
    while search.spent < search.limit {
      var best = point
      var line = LineSearch(problem: problem, sample: sample)
      let solution = try line.minimum(from: point, &search, best: &best)
      let found = search.evaluation(of: best, sample: sample)
      if found.objective.isFinite {
        path.append(
          OptimizationResult.Step(
            start: index, sample: sample, point: best,
            objective: search.objective.goal == .higherIsBetter
              ? -found.objective : found.objective,
            isFeasible: found.violation == 0, spent: search.spent,
            isLocalOptimum: solution != nil))
      }
      guard let solution else { return }
      point = solution
      sample = max(sample + 1, Int((Double(sample) * plan.growth).rounded(.up)))
    }
  }

  /// Solutions of the last samples first; then points that seem to keep the limits by a margin which
  /// the last comparison can confirm, then those that just seem to, the best first.
  private static func finalists<Problem>(
    _ path: [OptimizationResult.Step], _ search: Evaluator<Problem>, _ plan: OptimizationPlan
  ) -> [[Int]] {
    var chosen: [[Int]] = []
    func take(_ point: [Int]) {
      if chosen.count < plan.candidates && !chosen.contains(point) { chosen.append(point) }
    }
    for index in plan.starts.indices {
      if let last = path.last(where: { $0.start == index }) { take(last.point) }
    }
    let ranked = search.visited.map { point in
      (point: point, value: search.evaluation(of: point, sample: search.results[point]!.count))
    }.sorted { $0.value < $1.value }
    for entry in ranked where isSafe(entry.point, search, plan) { take(entry.point) }
    for entry in ranked { take(entry.point) }
    return chosen.isEmpty ? [plan.starts[0]] : chosen
  }

  /// Whether a fresh sample is likely to confirm the constraints.
  private static func isSafe<Problem>(
    _ point: [Int], _ search: Evaluator<Problem>, _ plan: OptimizationPlan
  ) -> Bool {
    let results = search.results[point]!
    return search.constraints.allSatisfy { constraint, definition in
      guard let estimate = search.estimate(definition, results), let error = estimate.standardError
      else { return false }
      let spread = error * (Double(estimate.count) / Double(plan.finalReplications)).squareRoot()
      let t = critical(plan, statements: plan.candidates * search.constraints.count)
      return constraint.excess(of: estimate.point) + (t + 1) * spread <= 0
    }
  }

  /// One-sided, for statements that hold together with half of the plan's error; the other half is
  /// for the comparison of the candidates.
  private static func critical(_ plan: OptimizationPlan, statements: Int) -> Double {
    StudentT.quantile(
      1 - (1 - plan.confidence) / 2 / Double(max(1, statements)),
      degreesOfFreedom: Double(plan.finalReplications - 1))
  }

  private static func judge<Problem>(
    _ points: [[Int]], _ fresh: Evaluator<Problem>, _ plan: OptimizationPlan
  ) -> [OptimizationResult.Candidate] {
    let t = critical(plan, statements: points.count * fresh.constraints.count)
    return points.map { point in
      let results = fresh.results[point]!
      return OptimizationResult.Candidate(
        point: point, objective: fresh.estimate(fresh.objective, results),
        constraints: fresh.constraints.map { constraint, definition in
          guard let estimate = fresh.estimate(definition, results),
            let error = estimate.standardError
          else { return (nil, .undecided) }
          let excess = constraint.excess(of: estimate.point)
          let verdict: OptimizationResult.Feasibility =
            excess + t * error <= 0 ? .holds : excess - t * error > 0 ? .violated : .undecided
          return (estimate, verdict)
        })
    }
  }
}
