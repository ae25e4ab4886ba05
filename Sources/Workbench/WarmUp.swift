internal import Diagnostics
internal import Experiments
internal import Foundation
internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics

/// A warm-up found by MSER-5: one for all strategies, from a pilot that starts empty.
struct WarmUp {
  /// The scenario with the warm-up found, and a window of the same length as before.
  let model: Model
  let note: String

  /// The pilot runs over the scenario's warm-up and window and averages the open orders over replications.
  ///
  /// - Throws: `usage` if the start's influence lasts too long for the run to tell where it ends.
  init(
    _ loaded: LoadedScenario, strategies: [Int], _ request: RunRequest, seed: UInt64,
    _ monitor: Monitor
  ) throws(Failure) {
    let experiment = loaded.model.scenario.experiment
    let length = experiment.warmUp + experiment.window
    let pilot = try Self.changed(loaded, warmUp: 0, window: length)
    let study = Study(
      model: pilot, strategies: strategies, seed: seed,
      generator: request.generator ?? .philox4x64)
    let replications = request.replications ?? experiment.replications
    let plan = ExperimentPlan(
      replications: replications, threads: request.threads, baseline: nil,
      confidence: experiment.confidence)
    guard try monitor.run(study, plan).isComplete else { throw .interrupted }
    var cuts: [(name: String, hours: Double)] = []
    for point in study.strategies.indices {
      let name = study.designPoints[point]
      guard let series = study.hourly.of(point) else { continue }
      let summary = series.summary(of: pilot.networks[study.strategies[point]], in: pilot)
      let open = summary.series.first { $0.name == "open" }?.values.compactMap { $0 } ?? []
      guard let cut = Truncation(open) else {
        throw .usage("the run is too short to find a warm-up: \(open.count) intervals")
      }
      guard !cut.isTooShort else {
        throw .usage(
          "run too short: the open orders of \(name) settle only after"
            + " \(Self.days(Double(cut.observations) * summary.binHours / 24)) of"
            + " \(Self.days(length / 86400)); lengthen 'window'")
      }
      cuts.append((name, Double(cut.observations) * summary.binHours))
    }
    let latest = cuts.map(\.hours).max() ?? 0
    // Whole days, so that the window begins at the same hour.
    let found = (latest / 24).rounded(.up)
    model = try Self.changed(loaded, warmUp: found * 86400, window: experiment.window)
    let each = cuts.map { "\($0.name) \(String(format: "%.3g", $0.hours)) h" }
    note =
      "warm-up of \(Self.days(found)) by MSER-5 on the open orders, averaged over \(replications)"
      + " replications from empty: " + each.joined(separator: ", ")
  }

  private static func days(_ days: Double) -> String { String(format: "%.3g d", days) }

  private static func changed(_ loaded: LoadedScenario, warmUp: Double, window: Double)
    throws(Failure) -> Model
  {
    guard var root = loaded.document.root else { throw .usage("the scenario is empty") }
    do {
      for (path, seconds) in [("experiment.warm_up", warmUp), ("experiment.window", window)] {
        let location = root.value(at: path)?.location ?? root.location
        root = try root.replacing(path, with: Node(text: "\(seconds) s", at: location))
      }
    } catch {
      throw .usage(error.message)
    }
    return try loaded.model(of: root)
  }
}
