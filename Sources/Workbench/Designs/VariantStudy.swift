internal import Experiments
internal import Fulfillment
internal import RandomVariates
internal import Statistics

/// Variants of a scenario, each with some strategies, as design points of one experiment: the same
/// customers and the same luck for all of them.
struct VariantStudy: Experimentable {
  struct Variant: Sendable {
    /// Such as "pick.servers 50".
    var name: String
    var model: Model
  }

  let variants: [Variant]
  let strategies: [String]
  private let studies: [Study]

  init(_ variants: [Variant], strategies: [String], seed: UInt64, generator: GeneratorKind) {
    self.variants = variants
    self.strategies = strategies
    studies = variants.map { variant in
      Study(
        model: variant.model,
        strategies: strategies.map { variant.model.strategyNames.firstIndex(of: $0)! },
        seed: seed, generator: generator)
    }
  }

  /// Variant by variant, and within one strategy by strategy.
  var designPoints: [String] {
    variants.flatMap { variant in
      strategies.map { strategy in
        variant.name.isEmpty
          ? strategy : strategies.count == 1 ? variant.name : "\(strategy), \(variant.name)"
      }
    }
  }

  func responses(of point: Int) -> [ResponseDefinition] {
    studies[point / strategies.count].responses(of: point % strategies.count)
  }

  func replicate(point: Int, replication: Int) -> ReplicationResult {
    studies[point / strategies.count].replicate(
      point: point % strategies.count, replication: replication)
  }

  /// - Throws: ``Failure/unknown(name:kind:known:)`` if the first point has no such KPI.
  func require(_ kpi: String, decides: Bool = true) throws(Failure) -> ResponseDefinition {
    let known = responses(of: 0)
    guard let found = known.first(where: { $0.name == kpi }) else {
      throw .unknown(name: kpi, kind: "KPI", known: known.map(\.name))
    }
    if decides && found.goal == .neutral {
      throw .usage("'\(kpi)' has no good direction, so that it cannot decide")
    }
    return found
  }
}
