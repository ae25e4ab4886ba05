public import Statistics

extension Difference {
  /// Every primary response of every other design point against the baseline's, with one Bonferroni
  /// family over all of them.
  static func all(_ points: [DesignPointResult], plan: ExperimentPlan) -> [Difference] {
    guard let baseline = plan.baseline else { return [] }
    var found: [(Difference, treatment: Estimate, reference: Estimate)] = []
    for point in points.indices where point != baseline {
      for response in points[point].responses where response.definition.isPrimary {
        guard let treatment = response.estimate,
          let reference = points[baseline].response(response.definition.name)?.estimate,
          let paired = PairedDifference(treatment: treatment, baseline: reference)
        else { continue }
        let difference = Difference(
          point: point, definition: response.definition,
          paired: plan.isPaired ? paired : paired.unpaired, interval: nil, verdict: .notSeparated)
        found.append((difference, treatment, reference))
      }
    }
    let controls = plan.isPaired ? Controls(plan.controls, of: points[baseline]) : nil
    return found.map { difference, treatment, reference in
      var difference = difference
      if !plan.isPaired {
        difference.interval = WelchDifference(treatment: treatment, baseline: reference)?
          .interval(confidence: plan.confidence, comparisons: found.count)
      } else if let controlled = controls?.sharpened(difference.paired.estimate) {
        difference.controlled = controlled
        difference.interval = controlled.interval(
          confidence: plan.confidence, comparisons: found.count)
        difference.paired.estimate.point = controlled.point
        difference.paired.relative =
          reference.point == 0 ? nil : controlled.point / reference.point
      } else {
        difference.interval = difference.paired.estimate.interval(
          confidence: plan.confidence, comparisons: found.count)
      }
      difference.verdict = Verdict(
        difference.interval, goal: difference.definition.goal,
        margin: plan.equivalenceMargins[difference.definition.name] ?? 0)
      return difference
    }
  }
}

/// Control variates of a comparison: what they were in each replication, and what they are on average.
private struct Controls {
  var values: [[Double]]
  var means: [Double]

  /// - Returns: nil without controls, or if one was not observed in some replication.
  init?(_ controls: [ExperimentPlan.Control], of baseline: DesignPointResult) {
    guard !controls.isEmpty else { return nil }
    values = []
    means = []
    for control in controls {
      guard let response = baseline.response(control.response) else { return nil }
      let known = response.perReplication.compactMap { $0 }
      guard known.count == response.perReplication.count else { return nil }
      values.append(known)
      means.append(control.mean)
    }
  }

  func sharpened(_ estimate: Estimate) -> ControlVariates? {
    ControlVariates(
      responses: estimate.deviations.map { estimate.point + $0 }, controls: values, means: means)
  }
}

extension Comparison {
  /// Which design points may be the best by a primary response, jointly over all pairs of them.
  public struct Best: Sendable {
    public var definition: ResponseDefinition
    /// By how much each is better (above 0) than the best of the others, or worse.
    public var intervals: [Interval]
    /// Indices of design points that are not ruled out.
    public var possiblyBest: [Int]
  }

  /// Multiple comparisons with the best, for every primary response; needs pairs and three design points.
  public var best: [Best] {
    guard isPaired, designPoints.count >= 3 else { return [] }
    return designPoints[0].responses.filter { $0.definition.isPrimary }.compactMap { response in
      let name = response.definition.name
      let estimates = designPoints.compactMap { $0.response(name)?.estimate }
      guard response.definition.goal != .neutral, estimates.count == designPoints.count,
        let found = ComparisonWithBest(
          estimates, goal: response.definition.goal, confidence: confidence)
      else { return nil }
      return Best(
        definition: response.definition, intervals: found.intervals,
        possiblyBest: found.possiblyBest)
    }
  }
}

/// An experiment whose design points each have luck of their own.
public struct Independent<Base: Experimentable>: Experimentable {
  /// First replication of the second design point, and so on.
  static var stride: Int { 1 << 24 }

  public let base: Base

  public init(_ base: Base) { self.base = base }

  public var designPoints: [String] { base.designPoints }

  public func responses(of point: Int) -> [ResponseDefinition] { base.responses(of: point) }

  public func replicate(point: Int, replication: Int) -> ReplicationResult {
    base.replicate(point: point, replication: replication + point * Self.stride)
  }
}
