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
  /// A file of oracles to run instead of the built-in ones.
  public var oracles: String?

  public init(
    only: String? = nil, seed: UInt64 = 1, generator: GeneratorKind = .philox4x64,
    threads: Int? = nil, effort: Double = 1, oracles: String? = nil
  ) {
    self.only = only
    self.seed = seed
    self.generator = generator
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.effort = effort
    self.oracles = oracles
  }
}

/// Runs models with known answers through the very code that runs scenarios.
enum Verification {
  static func run(_ request: VerifyRequest, _ monitor: Monitor) throws(Failure)
    -> VerificationSummary
  {
    let catalog = try Catalog(request.oracles)
    let cases = try selected(request.only, of: catalog.cases)
    let total = cases.reduce(0) { $0 + $1.replications(effort: request.effort) }
    let work = cases.map { $0.orders(effort: request.effort) }
    let allWork = Int(work.reduce(0, +))
    let start = ContinuousClock.now
    var summary = VerificationSummary(version: Version.current, seed: request.seed)
    if request.only == nil {
      summary.skipped = catalog.skipped.map { .init(id: $0.id, why: $0.why) }
      summary.headlines = catalog.headlines
    }
    var done = Done()
    var refused = 0
    for (index, oracle) in cases.enumerated() {
      if monitor.cancellation.isCancelled { break }
      let base = done
      let before = work[..<index].reduce(0, +)
      let comparison: Comparison
      do {
        comparison = try replicate(oracle, request, monitor) { progress in
          // Models differ in the length of their replications: what counts is their orders.
          let share = Double(progress.completed) / Double(max(1, progress.replications))
          monitor.progress(
            ExperimentProgress(
              completed: Int(before + work[index] * share), total: allWork,
              designPoint: oracle.id, replication: progress.replication,
              replications: progress.replications, entities: base.orders + progress.entities,
              events: base.events + progress.events,
              elapsed: (ContinuousClock.now - start).seconds))
        }
      } catch .interrupted {
        break
      } catch .problems(let problems) where request.oracles != nil {
        let first = problems.diagnostics.first { $0.severity == .error }
        summary.skipped.append(
          .init(id: oracle.id, why: "its scenario is refused: \(first?.message ?? "")"))
        refused += oracle.replications(effort: request.effort)
        continue
      }
      guard comparison.isComplete else { break }
      for each in oracle.checks {
        summary.checks.append(try check(each, of: oracle, in: comparison))
      }
      done.replications += comparison.replications
      done.orders += comparison.throughput.entities
      done.events += comparison.throughput.events
    }
    summary.orders = done.orders
    summary.wallSeconds = (ContinuousClock.now - start).seconds
    summary.isComplete = done.replications + refused == total
    if summary.checks.isEmpty { throw .interrupted }
    return summary
  }

  private struct Done {
    var replications = 0
    var orders = 0
    var events = 0
  }

  private struct Catalog {
    var cases = OracleCase.all
    var skipped = OracleCase.gaps
    var headlines = OracleCase.headlines

    init(_ path: String?) throws(Failure) {
      guard let path else { return }
      let data: Data
      do {
        data = try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw .missing(path: path, reason: "there is no such file, or it cannot be read")
      }
      do throws(OracleFile.Malformed) {
        let file = try OracleFile(data)
        (cases, skipped, headlines) = (file.cases, file.skipped, [])
      } catch {
        throw .usage("\(path): \(error.why); docs/oracles.md shows the form")
      }
    }
  }

  private static func selected(_ pattern: String?, of all: [OracleCase]) throws(Failure)
    -> [OracleCase]
  {
    guard let pattern = pattern?.lowercased() else { return all }
    let cases = all.filter {
      $0.id.lowercased().contains(pattern) || $0.model.lowercased().contains(pattern)
    }
    if cases.isEmpty { throw .unknown(name: pattern, kind: "model", known: all.map(\.id)) }
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
    return try Monitor(cancellation: monitor.cancellation, progress: progress).run(study, plan)
  }

  /// - Throws: `unknown` if the run has no such KPI.
  private static func check(
    _ check: OracleCase.Check, of oracle: OracleCase, in comparison: Comparison
  ) throws(Failure) -> VerificationSummary.Check {
    let point = comparison.designPoints[0]
    var responses: [ResponseResult] = []
    for term in check.terms {
      guard let response = point.response(term.kpi) else {
        throw .unknown(
          name: term.kpi, kind: "KPI of \(oracle.id)", known: point.responses.map(\.definition.name)
        )
      }
      responses.append(response)
    }
    let estimate = Estimate.sum(
      zip(responses.map(\.estimate), check.terms.map(\.factor)), offset: check.offset)
    return VerificationSummary.Check(
      id: oracle.id, model: oracle.model, quantity: check.quantity, expected: check.expected,
      simulated: estimate?.point, halfWidth: estimate?.halfWidth(confidence: comparison.confidence),
      z: score(estimate, check))
  }

  /// Deviation beyond the KPIs' own error, in standard errors.
  private static func score(_ estimate: Estimate?, _ check: OracleCase.Check) -> Double {
    guard let estimate, let error = estimate.standardError else { return .infinity }
    let deviation = estimate.point - check.expected
    // Before an offset the figure was larger, and so is what a relative error makes of it.
    let size = max(abs(check.expected), abs(check.expected - check.offset))
    let beyond = max(0, abs(deviation) - (1e-9 + check.bias) * size)
    if beyond == 0 { return 0 }
    return (deviation < 0 ? -beyond : beyond) / error
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
