internal import Experiments
internal import Foundation
internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics

/// Which scenarios' published figures to reproduce.
public struct CalibrateRequest: Sendable, Hashable {
  /// Scenario files or folders; empty: those in `Scenarios` that have targets.
  public var scenarios: [String]
  /// nil: each scenario's.
  public var replications: Int?
  public var threads: Int

  public init(scenarios: [String] = [], replications: Int? = nil, threads: Int? = nil) {
    self.scenarios = scenarios
    self.replications = replications
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }
}

/// Runs the strategies that published figures are about and sets both side by side.
enum Calibration {
  /// Where scenarios are looked for.
  static let folder = "Scenarios"

  static func run(_ request: CalibrateRequest, _ monitor: Monitor) throws(Failure)
    -> CalibrationSummary
  {
    let start = ContinuousClock.now
    var summary = CalibrationSummary(
      version: Version.current, targets: [], orders: 0, wallSeconds: 0)
    if request.scenarios.isEmpty { summary.targets = cascadeTargets() }
    let paths = request.scenarios.isEmpty ? scenariosWithTargets() : request.scenarios
    for path in paths {
      let model = try LoadedScenario(path).model
      if model.scenario.calibration.isEmpty {
        throw .usage("\(path) has no published figures: add a 'calibration' list to it")
      }
      let (targets, orders) = try replicate(model, request, monitor)
      summary.targets += targets
      summary.orders += orders
    }
    summary.wallSeconds = (ContinuousClock.now - start).seconds
    return summary
  }

  /// What was measured of viral posts, beside the standard ones of `video`.
  private static func cascadeTargets() -> [CalibrationSummary.Target] {
    let shapes = Video().viralShapes(count: 400, seed: 1)
    func target(
      _ name: String, _ about: String, published: ClosedRange<Double>, within: Double,
      unit: String, _ values: [Double]
    ) -> CalibrationSummary.Target {
      let sorted = values.sorted()
      // A median's interval by order statistics: ranks n/2 ± 1.96 sqrt(n)/2.
      let reach = Int((0.98 * Double(sorted.count).squareRoot()).rounded(.up))
      let middle = sorted.count / 2
      return CalibrationSummary.Target(
        id: "viral-posts/\(name)", about: about, source: "TIDE", published: published,
        accepted: published.lowerBound * (1 - within)...published.upperBound * (1 + within),
        simulated: sorted[middle],
        halfWidth: (sorted[middle + reach] - sorted[middle - reach]) / 2, unit: unit, why: "")
    }
    return [
      target(
        "half_time", "viral posts, median time to half of a week's orders", published: 2.6...2.6,
        within: 0.1, unit: "h", shapes.map { $0.halfTime / 3600 }),
      target(
        "busiest_hour", "viral posts, busiest hour over the mean hour of day one",
        published: 5.6...16.3, within: 0, unit: "x", shapes.map(\.busiestHour)),
    ]
  }

  /// Scenario folders whose file speaks of calibration, in the order of their names.
  private static func scenariosWithTargets() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }.filter { path in
      let text = try? String(contentsOfFile: "\(path)/scenario.yaml", encoding: .utf8)
      return text?.contains("\ncalibration:") ?? false
    }
  }

  private static func replicate(
    _ model: Model, _ request: CalibrateRequest, _ monitor: Monitor
  ) throws(Failure) -> ([CalibrationSummary.Target], orders: Int) {
    let scenario = model.scenario
    let indices = scenario.calibration.map { target in
      model.strategyNames.firstIndex { $0 == target.strategy?.value } ?? 0
    }
    let study = Study(
      model: model, strategies: Set(indices).sorted(), seed: UInt64(scenario.experiment.seed),
      generator: .philox4x64)
    let plan = ExperimentPlan(
      replications: request.replications ?? scenario.experiment.replications,
      threads: request.threads, baseline: nil, confidence: scenario.experiment.confidence)
    let comparison = try monitor.run(study, plan)
    guard comparison.isComplete else { throw .interrupted }
    let targets = zip(scenario.calibration, indices).map { target, index in
      let name = model.strategyNames[index]
      let response = comparison.designPoints.first { $0.name == name }?.response(target.kpi.value)
      return CalibrationSummary.Target(
        id: "\(scenario.name)/\(name)/\(target.kpi.value)", about: target.about,
        source: target.source, published: target.publishedRange, accepted: target.bounds,
        simulated: response?.estimate?.point, halfWidth: response?.halfWidth,
        unit: response?.definition.unit ?? "1", why: target.why)
    }
    return (targets, comparison.throughput.entities)
  }
}
