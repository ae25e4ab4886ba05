internal import Experiments
internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import Statistics

/// Which variants to run, and what to make of them.
public struct SweepRequest: Sendable, Hashable {
  public enum Design: String, Sendable, CaseIterable {
    /// Every combination of levels.
    case full
    /// Two levels of each, a fraction of all combinations.
    case fraction
    case oneAtATime = "one-at-a-time"
    case latin
    case sobol
    /// Corners, stars and the middle.
    case composite
  }

  public var study: StudyRequest
  public var design: Design
  public var kpis: [String]
  public var replications: Int?
  /// Points of a Latin hypercube or of Sobol's sequence.
  public var points: Int
  /// Least resolution of a fraction.
  public var resolution: Int

  public init(
    study: StudyRequest, design: Design = .full, kpis: [String] = [], replications: Int? = nil,
    points: Int = 32, resolution: Int = 4
  ) {
    self.study = study
    self.design = design
    self.kpis = kpis
    self.replications = replications
    self.points = points
    self.resolution = resolution
  }
}

extension UseCases {
  static func sweep(_ request: SweepRequest, _ monitor: Monitor) throws(Failure) -> Findings {
    guard !request.study.vary.isEmpty else {
      throw .usage("a sweep varies something: --vary path=values")
    }
    let setup = try StudySetup(request.study, monitor)
    let design = try SweepDesign(request, setup)
    let study = try setup.study(design.texts)
    let kpis = request.kpis.isEmpty ? [KPIName.cost, KPIName.clickToDoor + "mean"] : request.kpis
    var definitions: [ResponseDefinition] = []
    for kpi in kpis { definitions.append(try study.require(kpi, decides: false)) }
    let plan = ExperimentPlan(
      replications: request.replications ?? setup.loaded.model.scenario.experiment.replications,
      threads: request.study.threads, baseline: nil,
      confidence: setup.loaded.model.scenario.experiment.confidence)
    let comparison = try monitor.run(study, plan)
    let analysis = SweepAnalysis(
      comparison, design: design, vary: request.study.vary, strategies: setup.strategies,
      definitions: definitions)
    return Findings(
      schema: "ploy.sweep/1", scenario: setup.identity, version: Version.current, seed: setup.seed,
      description: [
        design.phrase, "\(study.designPoints.count) design points",
        "\(comparison.replications) replications of each",
      ],
      tables: [analysis.points] + analysis.effects + analysis.metamodels, answer: analysis.answer,
      notes: (comparison.isComplete
        ? [] : ["interrupted: \(comparison.replications) of \(plan.replications) replications"])
        + design.notes,
      throughput: comparison.throughput, isComplete: comparison.isComplete, isConclusive: true)
  }
}
