import Diagnostics
import Experiments
import Reports
import Statistics
import Synchronization
import Workbench

@testable import ploy

/// A command line with its streams kept, its use cases made up.
final class Terminal: Sendable {
  private let texts = Mutex<(output: String, errors: String)>(("", ""))
  private let requested = Mutex<[RunRequest]>([])

  var output: String { texts.withLock { $0.output } }
  var errors: String { texts.withLock { $0.errors } }
  var requests: [RunRequest] { requested.withLock { $0 } }

  /// Runs one command line and returns its exit code.
  func run(_ arguments: [String], scene: Scene = Scene()) -> Int32 {
    run(all: arguments, scene: scene)
  }

  func run(
    _ arguments: String..., isTerminal: Bool = false, environment: [String: String] = [:],
    interrupts: Interrupts = .none, scene: Scene = Scene()
  ) -> Int32 {
    run(
      all: arguments, isTerminal: isTerminal, environment: environment, interrupts: interrupts,
      scene: scene)
  }

  private func run(
    all arguments: [String], isTerminal: Bool = false, environment: [String: String] = [:],
    interrupts: Interrupts = .none, scene: Scene = Scene()
  ) -> Int32 {
    let console = Console(
      output: Channel(isTerminal: isTerminal, columns: 96) { text in
        self.texts.withLock { $0.output += text }
      },
      errors: Channel(isTerminal: isTerminal, columns: 96) { text in
        self.texts.withLock { $0.errors += text }
      }, environment: environment)
    let context = Context(
      useCases: useCases(scene), console: console, interrupts: interrupts)
    return Ploy.run(arguments, in: context)
  }

  private func useCases(_ scene: Scene) -> UseCases {
    let run: UseCases.Run = { (request, monitor) throws(Failure) in
      self.requested.withLock { $0.append(request) }
      if let failure = scene.failure { throw failure }
      monitor.warnings(scene.warnings)
      while scene.waitsForInterrupt && !monitor.cancellation.isCancelled {}
      return scene.summary
    }
    var useCases = UseCases(
      compare: run, run: run,
      validate: { (scenario) throws(Failure) in
        if let failure = scene.failure { throw failure }
        return Validation(headline: "\(scenario): 2 strategies", warnings: scene.warnings)
      },
      describe: { (topic) throws(Failure) in
        guard let topic else { return "dark_store\n" }
        guard topic == "dark_store" else {
          throw .unknown(name: topic, kind: "topic", known: ["dark_store"])
        }
        return "dark_store: a store without shoppers"
      }, schema: { "{}" },
      initialize: { (folder) throws(Failure) in
        if let failure = scene.failure { throw failure }
        return Initialized(files: ["\(folder)/scenario.yaml"], scenario: folder)
      })
    if let verification = scene.verification {
      useCases.verify = { (_, _) throws(Failure) in verification }
    }
    return useCases
  }
}

/// What the made-up use cases do.
struct Scene: Sendable {
  var summary = Summary.duel
  /// nil: models really run.
  var verification: VerificationSummary?
  var failure: Failure?
  var warnings = Problems([], in: SourceFiles())
  var waitsForInterrupt = false
}

extension Problems {
  static let oddity = Problems(
    [Diagnostic(.warning, "unused-facility", "facility 'NJ3' is never used")],
    in: SourceFiles())
  static let mistake = Problems(
    [Diagnostic(.error, "unknown-key", "unknown key 'serverz'", suggestion: "servers")],
    in: SourceFiles())
}

extension Summary {
  /// Two strategies, the second one cheaper.
  static let duel = Summary(
    scenario: ScenarioIdentity(name: "duel", sha256: "00ff"), version: "0.1.0", seed: 7,
    replications: 5, replicationsRequested: 5, fingerprint: "00000000000000aa",
    throughput: Throughput(
      entities: 1000, events: 12_000, wallSeconds: 1, cpuSeconds: 2, peakMemoryMebibytes: 20,
      threads: 2),
    baseline: "amazon",
    strategies: ["amazon", "hybrid"].map { name in
      StrategySummary(
        name: name,
        kpis: [KPI(name: "cost_to_serve_per_order", unit: "USD", mean: 8, halfWidth: 0.1)])
    },
    differences: [
      DifferenceSummary(
        strategy: "hybrid", kpi: "cost_to_serve_per_order", unit: "USD", mean: -0.2,
        interval: Interval(low: -0.3, high: -0.1), verdict: .better)
    ])

  func with(_ change: (inout Summary) -> Void) -> Summary {
    var summary = self
    change(&summary)
    return summary
  }
}
