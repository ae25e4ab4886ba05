internal import Experiments
internal import Foundation
internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics

extension UseCases {
  /// What ploy really does.
  public static var standard: UseCases {
    UseCases(
      compare: { request, monitor throws(Failure) in
        try simulate(request, monitor, compares: true)
      },
      run: { request, monitor throws(Failure) in
        try simulate(request, monitor, compares: false)
      },
      validate: { path throws(Failure) in
        let loaded = try LoadedScenario(path)
        return Validation(headline: loaded.headline, warnings: loaded.warnings)
      },
      describe: { topic throws(Failure) in try Reference.page(topic) },
      schema: { JSONSchema.document(for: Scenario.self).text() },
      initialize: { folder throws(Failure) in try Starter.write(to: folder) })
  }

  private static func simulate(_ request: RunRequest, _ monitor: Monitor, compares: Bool)
    throws(Failure) -> Summary
  {
    var loaded = try LoadedScenario(request.scenario)
    if !loaded.warnings.isEmpty { monitor.warnings(loaded.warnings) }
    var model = loaded.model
    let experiment = model.scenario.experiment
    var names = request.strategies.isEmpty ? model.strategyNames : request.strategies
    var baseline: String?
    if compares {
      let name = request.baseline ?? experiment.baseline?.value ?? model.strategyNames.first!
      _ = try index(of: name, in: model)
      if !names.contains(name) { names.insert(name, at: 0) }
      baseline = name
    }
    var indices: [Int] = []
    for name in names {
      let strategy = try index(of: name, in: model)
      if !indices.contains(strategy) { indices.append(strategy) }
    }
    let seed = request.seed ?? UInt64(experiment.seed)
    var warmUp: WarmUp?
    if request.findsWarmUp {
      let found = try WarmUp(loaded, strategies: indices, request, seed: seed, monitor)
      loaded.model = found.model
      model = found.model
      warmUp = found
    }
    let study = Study(
      model: model, strategies: indices, seed: seed, generator: request.generator ?? .philox4x64)
    for name in request.margins.keys.sorted() + request.controls.keys.sorted() {
      try study.requireKPI(name)
    }
    var plan = ExperimentPlan(
      replications: request.replications ?? experiment.replications, threads: request.threads,
      baseline: baseline.flatMap { name in study.designPoints.firstIndex(of: name) },
      confidence: experiment.confidence, equivalenceMargins: request.margins,
      stopping: try request.precision.map { request throws(Failure) in
        try study.stoppingRule(request)
      })
    plan.isPaired = !request.isIndependent
    plan.controls = request.controls.sorted { $0.key < $1.key }.map {
      .init($0.key, mean: $0.value)
    }
    var comparison: Comparison
    do {
      comparison =
        try request.isIndependent
        ? Experiment.run(
          Independent(study), plan: plan, cancellation: monitor.cancellation,
          progress: monitor.progress)
        : Experiment.run(
          study, plan: plan, cancellation: monitor.cancellation, progress: monitor.progress)
    } catch {
      throw Failure(error)
    }
    if let warmUp { comparison.notes.append(warmUp.note) }
    var summary = summary(comparison, of: study, loaded, seed: seed)
    summary.provenance = loaded.provenance(request, compares: compares, seed: seed)
    if compares {
      summary.pointers = [Pointer("Next", "ploy report \(request.scenario)")]
    }
    return summary
  }

  private static func index(of name: String, in model: Model) throws(Failure) -> Int {
    guard let index = model.strategyNames.firstIndex(of: name) else {
      throw .unknown(name: name, kind: "strategy", known: model.strategyNames)
    }
    return index
  }

  private static func summary(
    _ comparison: Comparison, of study: Study, _ loaded: LoadedScenario, seed: UInt64
  ) -> Summary {
    let scenario = loaded.model.scenario
    var summary = Summary(
      comparison, scenario: ScenarioIdentity(name: scenario.name, sha256: loaded.sha256),
      version: Version.current, seed: seed)
    summary.description = [scenario.span]
    summary.accountGroups = accountGroups
    summary.showsParties = scenario.strategies.contains { $0.value.commerce.isDetailed }
    summary.promise =
      scenario.market.promise.days == nil ? scenario.market.promise.heading : "on time"
    for point in summary.strategies.indices {
      summary.strategies[point].ordersPerDay = study.series.of(point)
      if let series = study.hourly.of(point) {
        let model = study.model
        let network = model.networks[study.strategies[point]]
        summary.strategies[point].makeSeries = { series.summary(of: network, in: model) }
      }
      if let (carried, replications) = study.carried.of(point) {
        let network = study.model.networks[study.strategies[point]]
        let days = scenario.experiment.window / 86400 * Double(replications)
        summary.strategies[point].makeNetwork = {
          NetworkSummary(network.flows(carried: carried), runDays: days)
        }
      }
    }
    summary.makeBurst = { study.burst() }
    summary.calibration = loaded.calibration(in: summary)
    summary.gates = scenario.gates.flatMap { $0.results(in: summary) }
    return summary
  }

  /// Columns of the cost table.
  private static let accountGroups = [
    AccountGroup("inbound", ["inbound"]),
    AccountGroup("store", ["storage", "fixed"], title: "storage and sites"),
    AccountGroup("pick", ["pick", "pack", "labor_idle"], title: "picking and packing"),
    AccountGroup("line", ["first_mile", "linehaul", "freight", "handling"], title: "transport"),
    AccountGroup("last", ["last_mile"], title: "last mile"),
    AccountGroup("duty", ["duty", "brokerage"], title: "duty"),
  ]
}

extension LoadedScenario {
  var headline: String {
    let strategies = model.strategyNames.count
    let replications = model.scenario.experiment.replications
    return "\(model.scenario.name): \(strategies) \(strategies == 1 ? "strategy" : "strategies")"
      + " x \(replications) replications, \(model.scenario.span)"
  }
}

extension Scenario {
  /// "21 d (7 d warm-up)".
  var span: String {
    func days(_ seconds: Double) -> String {
      let days = seconds / 86400
      return days == days.rounded() ? "\(Int(days)) d" : "\(days) d"
    }
    let window = days(experiment.window)
    return experiment.warmUp > 0 ? "\(window) (after \(days(experiment.warmUp)) warm-up)" : window
  }
}

extension Promise {
  /// "<=48h", as a heading of the on-time share.
  var heading: String {
    let hours = within / 3600
    return hours >= 1 ? "≤\(Int(hours.rounded()))h" : "≤\(Int((within / 60).rounded()))min"
  }
}

extension Gate {
  /// The gate's result for every strategy it applies to.
  func results(in summary: Summary) -> [GateResult] {
    summary.strategies.compactMap { candidate in
      if let strategy, strategy.value != candidate.name { return nil }
      if strategy == nil, candidate.name == summary.baseline { return nil }
      guard let observed = candidate.mean(kpi.value) else { return nil }
      var limit = value ?? 0
      var written = "\(limit)"
      if let baselineFactor {
        guard let base = summary.strategies.first(where: { $0.name == summary.baseline }),
          let reference = base.mean(kpi.value)
        else { return nil }
        limit = baselineFactor * reference
        written = "\(baselineFactor) x baseline"
      }
      let sign = relation == .atMost ? "<=" : ">="
      return GateResult(
        strategy: candidate.name, rule: "\(kpi.value) \(sign) \(written)",
        observed: "\((observed * 1000).rounded() / 1000)",
        isPassed: relation == .atMost ? observed <= limit : observed >= limit)
    }
  }
}
