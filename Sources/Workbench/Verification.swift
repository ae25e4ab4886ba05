internal import Diagnostics
internal import Experiments
internal import Foundation
internal import Fulfillment
internal import Oracles
public import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics

/// Which models with known answers to run, and how hard.
public struct VerifyRequest: Sendable, Hashable {
  /// Cases whose name or model contains this, in any case of letters; nil: all.
  public var only: String?
  public var seed: UInt64
  public var generator: GeneratorKind
  public var threads: Int
  /// Multiplies the length of the runs.
  public var effort: Double

  public init(
    only: String? = nil, seed: UInt64 = 1, generator: GeneratorKind = .philox4x64,
    threads: Int? = nil, effort: Double = 1
  ) {
    self.only = only
    self.seed = seed
    self.generator = generator
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.effort = effort
  }
}

/// Runs models with known answers through the very code that runs scenarios.
enum Verification {
  static func run(_ request: VerifyRequest, _ monitor: Monitor) throws(Failure)
    -> VerificationSummary
  {
    let cases = try selected(request.only)
    let total = cases.reduce(0) { $0 + $1.replications(effort: request.effort) }
    let start = ContinuousClock.now
    var summary = VerificationSummary(version: Version.current, seed: request.seed)
    if request.only == nil {
      summary.skipped = OracleCase.gaps.map { .init(id: $0.id, why: $0.why) }
      summary.headlines = OracleCase.headlines
    }
    var done = Done()
    for oracle in cases {
      if monitor.cancellation.isCancelled { break }
      let base = done
      let comparison: Comparison
      do {
        comparison = try replicate(oracle, request, monitor) { progress in
          monitor.progress(
            ExperimentProgress(
              completed: base.replications + progress.completed, total: total,
              designPoint: oracle.id, replication: progress.replication,
              replications: progress.replications, entities: base.orders + progress.entities,
              events: base.events + progress.events,
              elapsed: (ContinuousClock.now - start).seconds))
        }
      } catch .interrupted {
        break
      }
      guard comparison.isComplete else { break }
      summary.checks += oracle.checks.map { check($0, of: oracle, in: comparison) }
      done.replications += comparison.replications
      done.orders += comparison.throughput.entities
      done.events += comparison.throughput.events
    }
    summary.orders = done.orders
    summary.wallSeconds = (ContinuousClock.now - start).seconds
    summary.isComplete = done.replications == total
    if summary.checks.isEmpty { throw .interrupted }
    return summary
  }

  private struct Done {
    var replications = 0
    var orders = 0
    var events = 0
  }

  private static func selected(_ pattern: String?) throws(Failure) -> [OracleCase] {
    guard let pattern = pattern?.lowercased() else { return OracleCase.all }
    let cases = OracleCase.all.filter {
      $0.id.lowercased().contains(pattern) || $0.model.lowercased().contains(pattern)
    }
    if cases.isEmpty {
      throw .unknown(name: pattern, kind: "model", known: OracleCase.all.map(\.id))
    }
    return cases
  }

  /// Loads a case's scenario like a user's, and runs it.
  private static func replicate(
    _ oracle: OracleCase, _ request: VerifyRequest, _ monitor: Monitor,
    _ progress: @escaping @Sendable (ExperimentProgress) -> Void
  ) throws(Failure) -> Comparison {
    let document = ScenarioLoader.load(
      text: oracle.scenario(effort: request.effort), named: "\(oracle.id).yaml")
    let sink = document.sink
    guard let scenario = document.decode(Scenario.self), !sink.hasErrors,
      let model = Model(scenario, sink: sink)
    else { throw .problems(Problems(sink, in: document.sources)) }
    // Every case has its own luck: else one unlucky stream of arrivals would show in all of them.
    let study = Study(
      model: model, strategies: [0], seed: request.seed &+ Purpose.fnv1a64(oracle.id),
      generator: request.generator)
    let plan = ExperimentPlan(
      replications: oracle.replications(effort: request.effort), threads: request.threads,
      baseline: nil)
    do {
      return try Experiment.run(
        study, plan: plan, cancellation: monitor.cancellation, progress: progress)
    } catch {
      throw Failure(error)
    }
  }

  private static func check(
    _ check: OracleCase.Check, of oracle: OracleCase, in comparison: Comparison
  ) -> VerificationSummary.Check {
    let response = comparison.designPoints[0].response(check.kpi)
    let estimate = response?.estimate
    return VerificationSummary.Check(
      id: oracle.id, model: oracle.model, quantity: check.quantity, expected: check.expected,
      simulated: estimate.map { $0.point * check.factor },
      halfWidth: response?.halfWidth.map { $0 * check.factor },
      z: score(estimate, check))
  }

  /// Deviation beyond the KPI's own error, in standard errors.
  private static func score(_ estimate: Estimate?, _ check: OracleCase.Check) -> Double {
    guard let estimate, let error = estimate.standardError else { return .infinity }
    let deviation = estimate.point * check.factor - check.expected
    let rounding = 1e-9 + check.bias
    let beyond = max(0, abs(deviation) - rounding * abs(check.expected))
    if beyond == 0 { return 0 }
    return (deviation < 0 ? -beyond : beyond) / (error * check.factor)
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
