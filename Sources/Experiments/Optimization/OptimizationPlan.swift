public import Statistics

/// What to optimize, and how much may be spent.
public struct OptimizationPlan: Sendable {
  /// Name of the response that shall be good; its goal says which direction that is.
  public var objective: String
  public var constraints: [Constraint]
  /// Points to start from, by place; each gets its share of the budget.
  public var starts: [[Int]]
  /// Replications in all.
  public var budget: Int
  /// Replications of the last, fresh comparison, of every candidate.
  public var finalReplications: Int
  /// Candidates that the last comparison takes on; >= 1.
  public var candidates: Int
  /// First sample size.
  public var firstSample: Int
  /// Sample sizes grow by this factor.
  public var growth: Double
  /// Of all final statements together.
  public var confidence: Double
  public var threads: Int

  public init(
    objective: String, constraints: [Constraint] = [], starts: [[Int]], budget: Int,
    finalReplications: Int = 30, candidates: Int = 5, firstSample: Int = 5, growth: Double = 1.5,
    confidence: Double = 0.95, threads: Int = 1
  ) {
    precondition(!starts.isEmpty && candidates >= 1, "somewhere to start, something to compare")
    precondition(finalReplications >= 2 && firstSample >= 1 && growth > 1, "samples grow")
    self.objective = objective
    self.constraints = constraints
    self.starts = starts
    self.budget = budget
    self.finalReplications = finalReplications
    self.candidates = candidates
    self.firstSample = firstSample
    self.growth = growth
    self.confidence = confidence
    self.threads = threads
  }
}

/// What a search for an optimum found.
public struct OptimizationResult: Sendable {
  /// One solved sample: from where to where.
  public struct Step: Sendable, Hashable {
    /// Index of the start.
    public var start: Int
    public var sample: Int
    public var point: [Int]
    /// On this sample.
    public var objective: Double
    public var isFeasible: Bool
    /// Replications spent so far.
    public var spent: Int
    /// False when the budget ended before no neighbor was better.
    public var isLocalOptimum: Bool
  }

  /// A point in the last comparison, on replications that played no part in the search.
  public struct Candidate: Sendable {
    public var point: [Int]
    public var objective: Estimate?
    /// By constraint: the response and whether it keeps its limit.
    public var constraints: [(estimate: Estimate?, verdict: Feasibility)]

    public var feasibility: Feasibility {
      if constraints.contains(where: { $0.verdict == .violated }) { return .violated }
      return constraints.allSatisfy { $0.verdict == .holds } ? .holds : .undecided
    }
  }

  /// What an interval says of a limit.
  public enum Feasibility: String, Sendable, Hashable {
    case holds
    case violated
    case undecided
  }

  public var path: [Step]
  public var candidates: [Candidate]
  /// Index of the recommended candidate; nil when none keeps the constraints for sure.
  public var recommended: Int?
  /// Its objective minus the best of the other feasible candidates' (negative: better, if lower is).
  public var comparison: ComparisonWithBest?
  /// Indices of the candidates behind ``comparison``'s intervals.
  public var compared: [Int]
  /// Whether every neighbor of the recommended point was simulated in the search, and none was
  /// better on its sample.
  public var isLocalOptimumOfSample: Bool
  public var pointsVisited: Int
  public var replications: Int
  public var confidence: Double
  public var throughput: Throughput
  public var isComplete: Bool
}
