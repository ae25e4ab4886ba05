internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Experiments

/// A request that has been checked against its scenario.
struct StudySetup {
  /// Design points at most: each is compiled and kept.
  static let pointsMaximum = 2000

  let request: StudyRequest
  let loaded: LoadedScenario
  let strategies: [String]
  let compiler: VariantCompiler
  let seed: UInt64
  let generator: GeneratorKind
  /// The scenario's own value of every varied parameter, as text; nil: the standard value.
  let present: [String?]
  /// Whether each varied parameter takes whole numbers only.
  let isWhole: [Bool]

  init(_ request: StudyRequest, _ monitor: Monitor) throws(Failure) {
    self.request = request
    loaded = try LoadedScenario(request.scenario)
    if !loaded.warnings.isEmpty { monitor.warnings(loaded.warnings) }
    let known = loaded.model.strategyNames
    for name in request.strategies where !known.contains(name) {
      throw .unknown(name: name, kind: "strategy", known: known)
    }
    let strategies = request.strategies.isEmpty ? known : request.strategies
    self.strategies = strategies
    compiler = VariantCompiler(loaded, strategies: strategies)
    seed = request.seed ?? UInt64(loaded.model.scenario.experiment.seed)
    generator = request.generator ?? .philox4x64
    var present: [String?] = []
    var isWhole: [Bool] = []
    for vary in request.vary {
      let found = try ParameterLookup(vary.path, in: loaded.document.root)
      if case .range = vary.values, !found.parameter.isFactor {
        throw .usage("'\(vary.path)' is not a number; list its values: \(vary.path)=a,b")
      }
      present.append(found.text)
      isWhole.append(found.isWhole)
    }
    self.present = present
    self.isWhole = isWhole
  }

  /// Compiles one variant per combination of texts, one per varied parameter.
  func study(_ combinations: [[String]], settingNothing: Bool = false) throws(Failure)
    -> VariantStudy
  {
    guard combinations.count * strategies.count <= Self.pointsMaximum else {
      throw .usage(
        "\(combinations.count * strategies.count) design points are more than"
          + " \(Self.pointsMaximum); vary less, or name strategies")
    }
    var variants: [VariantStudy.Variant] = []
    for texts in combinations {
      let settings = zip(request.vary, texts).map { ($0.path, $1) }
      variants.append(
        VariantStudy.Variant(
          name: zip(request.vary, texts).map { "\($0.label) \($1)" }.joined(separator: ", "),
          model: request.vary.isEmpty || settingNothing ? try own() : try compiler.model(settings)))
    }
    return VariantStudy(variants, strategies: strategies, seed: seed, generator: generator)
  }

  private func own() throws(Failure) -> Model {
    strategies == loaded.model.strategyNames ? loaded.model : try compiler.model([])
  }

  var identity: ScenarioIdentity {
    ScenarioIdentity(name: loaded.model.scenario.name, sha256: loaded.sha256)
  }
}
