internal import Experiments
internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics
internal import Store

/// A run that has been checked: strategies of a scenario, and how they are to be compared.
struct PreparedRun {
  let loaded: LoadedScenario
  let request: RunRequest
  let compares: Bool
  let seed: UInt64
  let plan: ExperimentPlan
  private let warmUp: WarmUp?
  var study: Study

  init(
    _ loaded: LoadedScenario, _ request: RunRequest, compares: Bool, _ monitor: Monitor = Monitor()
  ) throws(Failure) {
    var loaded = loaded
    self.request = request
    self.compares = compares
    var model = loaded.model
    let experiment = model.scenario.experiment
    var names = request.strategies.isEmpty ? model.strategyNames : request.strategies
    var baseline: String?
    if compares {
      let name = request.baseline ?? experiment.baseline?.value ?? model.strategyNames.first!
      _ = try Self.index(of: name, in: model)
      if !names.contains(name) { names.insert(name, at: 0) }
      baseline = name
    }
    var indices: [Int] = []
    for name in names {
      let strategy = try Self.index(of: name, in: model)
      if !indices.contains(strategy) { indices.append(strategy) }
    }
    seed = request.seed ?? UInt64(experiment.seed)
    if request.findsWarmUp {
      let found = try WarmUp(loaded, strategies: indices, request, seed: seed, monitor)
      loaded.model = found.model
      model = found.model
      warmUp = found
    } else {
      warmUp = nil
    }
    self.loaded = loaded
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
    self.plan = plan
    self.study = study
  }

  /// Runs the strategies by a plan, in the sampling that was asked for.
  func comparison(
    _ plan: ExperimentPlan, _ store: (any ReplicationStore)?, _ monitor: Monitor
  ) throws(Failure) -> Comparison {
    try request.isIndependent
      ? monitor.run(Independent(study), plan, store: store)
      : monitor.run(study, plan, store: store)
  }

  /// Runs what the store does not have, and tells what came out.
  func summary(_ store: (any ReplicationStore)?, _ monitor: Monitor) throws(Failure) -> Summary {
    var comparison = try comparison(plan, store, monitor)
    if let warmUp { comparison.notes.append(warmUp.note) }
    if let writer = store as? StudyWriter {
      for (point, totals) in writer.totals.enumerated() {
        if let totals = totals as? RunTotals { study.add(totals, point: point) }
      }
    }
    var summary = summary(comparison)
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

  private func summary(_ comparison: Comparison) -> Summary {
    let scenario = loaded.model.scenario
    var summary = Summary(
      comparison, scenario: ScenarioIdentity(name: scenario.name, sha256: loaded.sha256),
      version: Version.current, seed: seed)
    summary.description = [scenario.span]
    summary.accountGroups = Self.accountGroups
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
    let study = study
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
