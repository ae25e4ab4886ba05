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
    let loaded = try LoadedScenario(request.scenario)
    if !loaded.warnings.isEmpty { monitor.warnings(loaded.warnings) }
    if request.study != nil && request.findsWarmUp {
      throw .usage(
        "a study has the warm-up of its scenario; write what --warm-up auto found into it")
    }
    var prepared = try PreparedRun(loaded, request, compares: compares, monitor)
    guard let target = request.study else { return try prepared.summary(nil, monitor) }
    prepared.study.keepsTotals = true
    let keeping = try StudyKeeping(prepared, target)
    defer { keeping.close() }
    do throws(Failure) {
      var summary = try prepared.summary(keeping.writer, monitor)
      summary.pointers.append(Pointer("Study", "\(target.path)"))
      return summary
    } catch {
      throw keeping.explained(error)
    }
  }
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
