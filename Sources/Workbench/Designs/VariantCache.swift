internal import Experiments
internal import Fulfillment
internal import RandomVariates
internal import Statistics
private import Synchronization

/// Variants of one strategy, compiled when they are first needed; the latest are kept.
final class VariantCache: Sendable {
  private struct State {
    var studies: [[String]: Study] = [:]
    var order: [[String]] = []
    var failure: Failure?
    var failures = 0
  }
  private static let kept = 64

  private let compiler: VariantCompiler
  private let paths: [String]
  private let seed: UInt64
  private let generator: GeneratorKind
  let definitions: [ResponseDefinition]
  private let state = Mutex(State())

  /// - Parameter kpis: What results hold, as ratios in this order.
  init(_ setup: StudySetup, kpis: [String]) throws(Failure) {
    guard setup.strategies.count == 1 else {
      throw .usage(
        "name the strategy to study: --strategy "
          + (setup.strategies.first ?? "name"))
    }
    compiler = setup.compiler
    paths = setup.request.vary.map(\.path)
    seed = setup.seed
    generator = setup.generator
    let own = try setup.study([setup.request.vary.map { _ in "" }], settingNothing: true)
    var definitions: [ResponseDefinition] = []
    for (index, kpi) in kpis.enumerated() {
      var definition = try own.require(kpi, decides: false)
      definition.source = .ratio(index)
      definition.isPrimary = definition.goal != .neutral
      definitions.append(definition)
    }
    self.definitions = definitions
  }

  /// Why a variant could not be compiled, the first of them; nil if all could.
  var failure: Failure? { state.withLock { $0.failure } }
  var failures: Int { state.withLock { $0.failures } }

  /// One replication of a variant; nothing observed if it cannot be compiled.
  func replicate(_ texts: [String], replication: Int) -> ReplicationResult {
    let nothing = definitions.map { _ in Ratio(numerator: 0, denominator: 0) }
    guard let study = study(texts) else { return ReplicationResult(ratios: nothing) }
    var result = study.replicate(point: 0, replication: replication)
    let sources = study.responses(of: 0)
    result.ratios = definitions.map { definition in
      guard let source = sources.first(where: { $0.name == definition.name })?.source else {
        return nothing[0]
      }
      switch source {
      case .ratio(let index): return result.ratios[index]
      case .quantile:
        return result.value(of: source).map { Ratio(numerator: $0, denominator: 1) } ?? nothing[0]
      }
    }
    result.sketches = []
    return result
  }

  private func study(_ texts: [String]) -> Study? {
    if let known = state.withLock({ $0.studies[texts] }) { return known }
    do throws(Failure) {
      let model = try compiler.model(zip(paths, texts).map { ($0, $1) })
      let study = Study(model: model, strategies: [0], seed: seed, generator: generator)
      state.withLock { state in
        guard state.studies[texts] == nil else { return }
        state.studies[texts] = study
        state.order.append(texts)
        if state.order.count > Self.kept { state.studies[state.order.removeFirst()] = nil }
      }
      return study
    } catch {
      state.withLock { state in
        state.failures += 1
        if state.failure == nil { state.failure = error }
      }
      return nil
    }
  }
}

/// Points of a cache as design points.
struct CachedPoints: Experimentable {
  let cache: VariantCache
  let texts: [[String]]
  /// Cancelled when a point cannot be compiled.
  let cancellation: Cancellation

  var designPoints: [String] { texts.map { $0.joined(separator: ", ") } }
  func responses(of point: Int) -> [ResponseDefinition] { cache.definitions }
  func replicate(point: Int, replication: Int) -> ReplicationResult {
    let result = cache.replicate(texts[point], replication: replication)
    if cache.failure != nil { cancellation.cancel() }
    return result
  }
}
