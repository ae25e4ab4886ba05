internal import DiscreteEvent
internal import Statistics

extension Comparison {
  /// Reduces results in work order: index = replication × points + point.
  init(
    _ experiment: some Experimentable, plan: ExperimentPlan, results: [ReplicationResult],
    throughput: Throughput
  ) {
    let names = experiment.designPoints
    let replications = results.count / names.count
    let reduced = names.indices.map { point in
      let definitions = experiment.responses(of: point)
      let own = stride(from: point, to: results.count, by: names.count).map { results[$0] }
      let distributions = pooled(own, read: definitions)
      var responses = reduce(
        definitions, over: own, distributions: distributions, confidence: plan.confidence)
      for index in responses.indices where definitions[index].isPrimary {
        responses[index].course = course(definitions[index], over: own, plan.confidence)
      }
      return DesignPointResult(
        name: names[point], responses: responses, distributions: distributions)
    }
    var fingerprint = Fingerprint()
    for result in results { fingerprint.add(result.fingerprint) }
    let differences = Difference.all(reduced, plan: plan)
    self.init(
      designPoints: reduced, baseline: plan.baseline, differences: differences,
      replications: replications, replicationsRequested: plan.replications,
      confidence: plan.confidence, fingerprint: fingerprint, throughput: throughput,
      notes: Self.notes(
        on: differences, of: reduced, replications: replications,
        requested: plan.replications))
    isPaired = plan.isPaired
    notes += Self.notes(on: differences, plan)
  }
}

/// The targets' responses alone, at every design point.
func reduce(
  _ experiment: some Experimentable, _ targets: [StoppingRule.Target],
  _ results: [ReplicationResult], confidence: Double
) -> [DesignPointResult] {
  let names = experiment.designPoints
  return names.indices.map { point in
    let definitions = experiment.responses(of: point).filter { definition in
      targets.contains { $0.response == definition.name }
    }
    let own = stride(from: point, to: results.count, by: names.count).map { results[$0] }
    return DesignPointResult(
      name: names[point],
      responses: reduce(
        definitions, over: own, distributions: pooled(own, read: definitions),
        confidence: confidence))
  }
}

/// Distributions over all replications; those that no definition reads stay empty.
func pooled(_ results: [ReplicationResult], read definitions: [ResponseDefinition])
  -> [QuantileSketch]
{
  let sketchCount = results.map(\.sketches.count).max() ?? 0
  let isRead = (0..<sketchCount).map { index in
    definitions.contains { if case .quantile(index, _) = $0.source { true } else { false } }
  }
  return (0..<sketchCount).map { index in
    var sketch = QuantileSketch()
    guard isRead[index] else { return sketch }
    for result in results { sketch.merge(result.sketches[index]) }
    return sketch
  }
}

/// Points of a course at most.
private let coursePointsMaximum = 50

/// A ratio's estimate after some of the replications, after more of them, and after all.
private func course(
  _ definition: ResponseDefinition, over results: [ReplicationResult], _ confidence: Double
) -> [CoursePoint] {
  guard case .ratio(let index) = definition.source else { return [] }
  let step = (results.count + coursePointsMaximum - 1) / coursePointsMaximum
  var counts = Array(stride(from: results.count, to: 0, by: -max(1, step)))
  counts.reverse()
  return counts.compactMap { count in
    let ratios = results.prefix(count).map { $0.ratios[index] }
    return Estimate.ratio(
      numerators: ratios.map(\.numerator), denominators: ratios.map(\.denominator)
    ).map {
      CoursePoint(
        replications: count, point: $0.point, halfWidth: $0.halfWidth(confidence: confidence))
    }
  }
}

/// Estimates every response of one design point from its replications.
func reduce(
  _ definitions: [ResponseDefinition], over results: [ReplicationResult],
  distributions: [QuantileSketch]? = nil, confidence: Double
) -> [ResponseResult] {
  let sketches = distributions ?? pooled(results, read: definitions)
  return definitions.map { definition in
    let estimate: Estimate?
    let values: [Double?]
    var beyond: Double?
    switch definition.source {
    case .ratio(let index):
      let ratios = results.map { $0.ratios[index] }
      estimate = .ratio(
        numerators: ratios.map(\.numerator), denominators: ratios.map(\.denominator))
      values = ratios.map { $0.denominator == 0 ? nil : $0.numerator / $0.denominator }
    case .quantile(let index, let p):
      values = results.map { quantile($0.sketches[index], p) }
      estimate = .sectioned(pooled: quantile(sketches[index], p), sections: values)
      beyond = results.map { Double($0.sketches[index].count) * (1 - p) }.min()
    }
    return ResponseResult(
      definition: definition, estimate: estimate,
      halfWidth: estimate?.halfWidth(confidence: confidence), perReplication: values,
      observationsBeyond: beyond)
  }
}

private func quantile(_ sketch: QuantileSketch, _ p: Double) -> Double? {
  sketch.count == 0 ? nil : sketch.quantile(p)
}
