internal import Experiments
internal import Reports
internal import Statistics

/// Which of several systems to select, and how.
public struct SelectRequest: Sendable, Hashable {
  public enum Method: String, Sendable, CaseIterable {
    case kn
    case screen
    case gsp
    case ocba
    case rinott
  }

  public var study: StudyRequest
  public var kpi: String
  /// Smallest difference that matters, in the KPI's unit.
  public var indifference: Double
  public var confidence: Double
  /// nil: by the number of systems.
  public var method: Method?
  /// Replications of every system before anything is decided.
  public var firstStage: Int
  /// For `ocba`: replications in all.
  public var budget: Int?

  public init(
    study: StudyRequest, kpi: String, indifference: Double, confidence: Double = 0.95,
    method: Method? = nil, firstStage: Int = 20, budget: Int? = nil
  ) {
    self.study = study
    self.kpi = kpi
    self.indifference = indifference
    self.confidence = confidence
    self.method = method
    self.firstStage = firstStage
    self.budget = budget
  }
}

extension UseCases {
  static func select(_ request: SelectRequest, _ monitor: Monitor) throws(Failure) -> Findings {
    let setup = try StudySetup(request.study, monitor)
    let combinations = Designs.combinations(request.study.vary.map(\.levels))
    let study = try setup.study(combinations)
    _ = try study.require(request.kpi)
    let systems = study.designPoints.count
    guard systems >= 2 else {
      throw .usage("there is nothing to select from: name two strategies, or vary something")
    }
    guard (1 / Double(systems)..<1).contains(request.confidence) else {
      throw .usage("the confidence is above 1/\(systems), what guessing has, and below 1")
    }
    let method = request.method ?? (systems <= 20 ? .kn : systems <= 100 ? .screen : .gsp)
    let result: SelectionResult
    do {
      result = try Selection.run(
        study,
        plan: SelectionPlan(
          response: request.kpi, procedure: procedure(method, request, systems: systems),
          usesCommonRandomNumbers: method.usesCommonRandomNumbers,
          threads: request.study.threads),
        cancellation: monitor.cancellation, progress: monitor.progress)
    } catch {
      throw Failure(error)
    }
    return findings(result, study.designPoints, method, request, setup)
  }

  private static func procedure(
    _ method: SelectRequest.Method, _ request: SelectRequest, systems: Int
  ) -> any SelectionProcedure {
    let delta = request.indifference
    let (confidence, first) = (request.confidence, request.firstStage)
    return switch method {
    case .kn:
      KimNelson(
        systems: systems, indifference: delta, confidence: confidence, firstStage: first)
    case .screen:
      ScreeningThenKN(
        systems: systems, indifference: delta, confidence: confidence, firstStage: first)
    case .gsp:
      GoodSelection(
        systems: systems, indifference: delta, confidence: confidence, firstStage: first)
    case .rinott:
      Rinott(systems: systems, indifference: delta, confidence: confidence, firstStage: first)
    case .ocba:
      OptimalBudget(
        systems: systems, budget: request.budget ?? 20 * systems,
        firstStage: max(2, min(first, (request.budget ?? 20 * systems) / systems)))
    }
  }

  private static func findings(
    _ result: SelectionResult, _ names: [String], _ method: SelectRequest.Method,
    _ request: SelectRequest, _ setup: StudySetup
  ) -> Findings {
    let sign = result.definition.goal == .lowerIsBetter ? 1.0 : -1.0
    let order = names.indices.sorted { a, b in
      let left = result.estimates[a].map { sign * $0.point } ?? .infinity
      let right = result.estimates[b].map { sign * $0.point } ?? .infinity
      return left == right ? a < b : left < right
    }
    let table = FindingsTable(
      "systems", title: "system",
      [
        .init("system", order.map { .text(names[$0]) }),
        .init(
          "mean",
          order.map {
            .figure(result.estimates[$0]?.point, halfWidth: result.estimates[$0]?.halfWidth())
          }),
        .init("replications", order.map { .integer(result.estimates[$0]?.count ?? 0) }),
        .init(
          "fate",
          order.map {
            .text(
              $0 == result.selected
                ? "selected" : result.survivors.contains($0) ? "open" : "eliminated")
          }),
      ])
    return Findings(
      schema: "ploy.selection/1", scenario: setup.identity, version: Version.current,
      seed: setup.seed,
      description: [
        "\(names.count) systems", "\(request.kpi) [\(result.definition.unit)]", method.phrase,
      ],
      tables: [table], answer: answer(result, names, request),
      notes: result.estimates.contains { $0.flatMap { Outlier(in: $0.deviations) } != nil }
        ? [
          "heavy tail: one replication is far from the others, and the promise assumes means that"
            + " are close to normal"
        ] : [],
      throughput: result.throughput, isComplete: result.selected != nil,
      isConclusive: result.selected != nil)
  }

  private static func answer(
    _ result: SelectionResult, _ names: [String], _ request: SelectRequest
  ) -> [String] {
    guard let selected = result.selected else {
      return ["Interrupted: \(result.survivors.count) of \(names.count) systems are not ruled out."]
    }
    let promise: String
    switch result.guarantee {
    case .goodSelection(let probability, let indifference):
      promise =
        "With probability at least \(percent(probability)) it is the best, or within"
        + " \(plain(indifference)) \(result.definition.unit == "1" ? "" : result.definition.unit + " ")of"
        + " the best (means of replications close to normal)."
    case .none:
      promise = "The procedure promises nothing about the probability that it is the best."
    }
    return [
      "Selected: \(names[selected]), by \(request.kpi), after \(result.replications) replications"
        + " of \(names.count) systems.", promise,
    ]
  }
}

extension SelectRequest.Method {
  /// Others need systems that are independent.
  var usesCommonRandomNumbers: Bool { self == .kn || self == .screen }

  var phrase: String {
    switch self {
    case .kn: "KN, common random numbers"
    case .screen: "screening, then KN on fresh replications"
    case .gsp: "good selection, independent"
    case .ocba: "optimal budget, no guarantee"
    case .rinott: "Rinott, independent"
    }
  }
}
