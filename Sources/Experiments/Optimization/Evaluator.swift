internal import Statistics

/// What a sample says of a point: the lower is the better.
struct Evaluation: Comparable {
  /// Sum of the constraints' excesses, each as a share of its limit; 0 when all hold.
  var violation: Double
  /// Negated when higher is better.
  var objective: Double
  /// By constraint: how far beyond the limit, as a share of it; negative inside.
  var excesses: [Double] = []

  /// Feasible points come first, then the less they violate, then the better.
  static func < (a: Evaluation, b: Evaluation) -> Bool {
    a.violation == b.violation ? a.objective < b.objective : a.violation < b.violation
  }

  static let unknown = Evaluation(violation: .infinity, objective: .infinity)
}

/// Simulates points with common random numbers and remembers every replication: a larger sample
/// contains the smaller one.
struct Evaluator<Problem: IntegerProblem> {
  let problem: Problem
  let objective: ResponseDefinition
  let constraints: [(constraint: Constraint, definition: ResponseDefinition)]
  let threads: Int
  let cancellation: Cancellation
  let report: @Sendable (WorkItem, ReplicationResult) -> Void
  private(set) var results: [[Int]: [ReplicationResult]] = [:]
  /// In order of their first visit.
  private(set) var visited: [[Int]] = []
  /// Replications simulated so far.
  private(set) var spent = 0
  /// Replications that may be simulated; a demand beyond it is not met.
  var limit = Int.max
  /// First replication of the sample.
  private let start: Int

  init(
    _ problem: Problem, objective: ResponseDefinition,
    constraints: [(Constraint, ResponseDefinition)], threads: Int, cancellation: Cancellation,
    start: Int = 0, report: @escaping @Sendable (WorkItem, ReplicationResult) -> Void
  ) {
    self.problem = problem
    self.objective = objective
    self.constraints = constraints.map { (constraint: $0.0, definition: $0.1) }
    self.threads = threads
    self.cancellation = cancellation
    self.start = start
    self.report = report
  }

  /// Evaluates points by their first `sample` replications.
  ///
  /// - Returns: nil when the budget does not reach, or after a cancellation.
  mutating func evaluate(_ points: [[Int]], sample: Int) throws(ExperimentError) -> [Evaluation]? {
    var new: [[Int]] = []
    var items: [WorkItem] = []
    for point in points where !new.contains(point) {
      let have = results[point]?.count ?? 0
      guard have < sample else { continue }
      items += (have..<sample).map { WorkItem(point: new.count, replication: start + $0) }
      new.append(point)
    }
    guard spent + items.count <= limit, !cancellation.isCancelled else { return nil }
    let batch = Batch(
      experiment: Points(problem: problem, points: new), threads: threads,
      cancellation: cancellation)
    let found = try batch.run(items, finished: report)
    spent += found.count
    guard found.count == items.count else { return nil }
    for (item, result) in zip(items, found) {
      let point = new[item.point]
      if results[point] == nil { visited.append(point) }
      results[point, default: []].append(result)
    }
    return points.map { evaluation(of: $0, sample: sample) }
  }

  func evaluation(of point: [Int], sample: Int) -> Evaluation {
    guard let results = results[point], results.count >= sample else { return .unknown }
    let sample = Array(results.prefix(sample))
    guard let value = estimate(objective, sample)?.point else { return .unknown }
    var excesses: [Double] = []
    for (constraint, definition) in constraints {
      guard let observed = estimate(definition, sample)?.point else { return .unknown }
      let scale = constraint.limit == 0 ? 1 : abs(constraint.limit)
      excesses.append(constraint.excess(of: observed) / scale)
    }
    return Evaluation(
      violation: excesses.reduce(0) { $0 + max(0, $1) },
      objective: objective.goal == .higherIsBetter ? -value : value, excesses: excesses)
  }

  func estimate(_ definition: ResponseDefinition, _ results: [ReplicationResult]) -> Estimate? {
    reduce([definition], over: results, confidence: 0.95)[0].estimate
  }
}

/// Points of a problem as design points.
struct Points<Problem: IntegerProblem>: Experimentable {
  let problem: Problem
  let points: [[Int]]

  var designPoints: [String] { points.map { problem.name(of: $0) } }
  func responses(of point: Int) -> [ResponseDefinition] { problem.responses }
  func replicate(point: Int, replication: Int) -> ReplicationResult {
    problem.replicate(points[point], replication: replication)
  }
}

extension IntegerProblem {
  /// "servers 12, stock 40".
  public func name(of point: [Int]) -> String {
    zip(variables, point).map { "\($0.name) \($0.value(at: $1))" }.joined(separator: ", ")
  }
}
