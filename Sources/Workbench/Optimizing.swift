internal import Experiments
internal import Foundation
internal import Fulfillment
internal import Reports
internal import Statistics

/// What to optimize, under which limits.
public struct OptimizeRequest: Sendable, Hashable {
  /// A KPI that has to stay on one side of a limit.
  public struct Limit: Sendable, Hashable {
    public var kpi: String
    public var isAtLeast: Bool
    public var value: Double

    public init(kpi: String, isAtLeast: Bool, value: Double) {
      self.kpi = kpi
      self.isAtLeast = isAtLeast
      self.value = value
    }

    /// Reads "on_time_rate>=0.95" or "click_to_door_hours.p90<=48"; "95%" is 0.95.
    public init?(_ text: String) {
      let sign = text.contains(">=") ? ">=" : "<="
      guard let place = text.range(of: sign) else { return nil }
      let right = text[place.upperBound...].filter { $0 != " " }
      let number = right.hasSuffix("%") ? Double(right.dropLast()).map { $0 / 100 } : Double(right)
      let kpi = text[..<place.lowerBound].filter { $0 != " " }
      guard let number, number.isFinite, !kpi.isEmpty else { return nil }
      self.init(kpi: kpi, isAtLeast: sign == ">=", value: number)
    }
  }

  public var study: StudyRequest
  public var kpi: String
  public var limits: [Limit]
  /// Replications in all.
  public var budget: Int
  /// Of every candidate in the last comparison.
  public var finalReplications: Int
  public var candidates: Int
  /// Starts at random places, beside the scenario's own.
  public var restarts: Int
  public var confidence: Double

  public init(
    study: StudyRequest, kpi: String, limits: [Limit] = [], budget: Int = 2000,
    finalReplications: Int = 30, candidates: Int = 5, restarts: Int = 1, confidence: Double = 0.95
  ) {
    self.study = study
    self.kpi = kpi
    self.limits = limits
    self.budget = budget
    self.finalReplications = finalReplications
    self.candidates = candidates
    self.restarts = restarts
    self.confidence = confidence
  }
}

/// A scenario's whole-numbered decisions.
struct ScenarioDecisions: IntegerProblem {
  let variables: [IntegerVariable]
  let levels: [[String]]
  let cache: VariantCache

  var responses: [ResponseDefinition] { cache.definitions }

  func replicate(_ x: [Int], replication: Int) -> ReplicationResult {
    cache.replicate(texts(x), replication: replication)
  }

  func texts(_ x: [Int]) -> [String] { zip(levels, x).map { $0[$1] } }
}

extension UseCases {
  static func optimize(_ request: OptimizeRequest, _ monitor: Monitor) throws(Failure) -> Findings {
    let vary = request.study.vary
    guard !vary.isEmpty else { throw .usage("name the decisions: --vary path=low..high") }
    let reserve = request.candidates * request.finalReplications
    guard request.budget >= 2 * reserve else {
      throw .usage(
        "the budget is at least twice what the last comparison takes: \(2 * reserve) replications")
    }
    let setup = try StudySetup(request.study, monitor)
    // A range without a step goes by ones.
    let levels = vary.map { entry in
      var entry = entry
      if case .range(var range) = entry.values, range.step == nil {
        range.step = 1
        entry.values = .range(range)
      }
      return entry.levels
    }
    var kpis = [request.kpi]
    for limit in request.limits where !kpis.contains(limit.kpi) { kpis.append(limit.kpi) }
    let cache = try VariantCache(setup, kpis: kpis)
    guard cache.definitions[0].goal != .neutral else {
      throw .usage("'\(request.kpi)' has no good direction, so that it cannot be optimized")
    }
    let problem = ScenarioDecisions(
      variables: zip(vary, levels).map {
        IntegerVariable($0.label, from: 0, through: $1.count - 1)
      }, levels: levels, cache: cache)
    let own = zip(levels, setup.present).map { levels, text in nearest(text, in: levels) }
    var words = DesignWords(seed: setup.seed)
    let starts =
      [own]
      + (0..<request.restarts).map { _ in
        levels.map { min(Int(words.uniform() * Double($0.count)), $0.count - 1) }
      }
    let result: OptimizationResult
    do {
      result = try Optimization.run(
        problem,
        plan: OptimizationPlan(
          objective: request.kpi,
          constraints: request.limits.map {
            Constraint($0.kpi, $0.isAtLeast ? .atLeast : .atMost, $0.value)
          },
          starts: starts, budget: request.budget, finalReplications: request.finalReplications,
          candidates: request.candidates, confidence: request.confidence,
          threads: request.study.threads),
        cancellation: monitor.cancellation, progress: monitor.progress)
    } catch {
      throw Failure(error)
    }
    if result.pointsVisited <= cache.failures, let failure = cache.failure { throw failure }
    let report = OptimizationReport(result, problem, request)
    return Findings(
      schema: "ploy.optimization/1", scenario: setup.identity, version: Version.current,
      seed: setup.seed,
      description: [
        setup.strategies[0], "\(request.kpi) [\(cache.definitions[0].unit)]",
        "\(result.replications) of \(request.budget) replications",
      ],
      tables: [report.candidates, report.path], answer: report.answer,
      notes: cache.failures > 0
        ? ["some points cannot be run and count as breaking the limits"] : [],
      throughput: result.throughput, isComplete: result.isComplete,
      isConclusive: result.recommended != nil)
  }

  /// The level that is the scenario's own or next to it; the middle if there is none.
  private static func nearest(_ text: String?, in levels: [String]) -> Int {
    if let text, let same = levels.firstIndex(of: text) { return same }
    guard let value = text.flatMap(LeadingNumber.of) else { return levels.count / 2 }
    let distances = levels.map { abs((LeadingNumber.of($0) ?? .infinity) - value) }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }
}
