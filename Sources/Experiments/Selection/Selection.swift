internal import DiscreteEvent
public import Statistics

/// A search for the best of several design points.
public struct SelectionPlan: Sendable {
  /// Name of the response that decides.
  public var response: String
  public var procedure: any SelectionProcedure
  /// Whether design points meet the same luck. Procedures whose guarantee needs independent
  /// systems get replication numbers of their own for each.
  public var usesCommonRandomNumbers: Bool
  public var threads: Int

  public init(
    response: String, procedure: any SelectionProcedure, usesCommonRandomNumbers: Bool,
    threads: Int
  ) {
    precondition(threads >= 1, "at least one thread")
    self.response = response
    self.procedure = procedure
    self.usesCommonRandomNumbers = usesCommonRandomNumbers
    self.threads = threads
  }
}

/// What a search found.
public struct SelectionResult: Sendable {
  /// Index of the selected design point; nil if the search was interrupted.
  public var selected: Int?
  /// Design points not ruled out when it ended.
  public var survivors: [Int]
  /// By design point, of the replications it got: how many they are differs.
  public var estimates: [Estimate?]
  public var definition: ResponseDefinition
  public var guarantee: SelectionGuarantee
  public var fingerprint: Fingerprint
  public var throughput: Throughput

  /// Replications over all design points.
  public var replications: Int { estimates.reduce(0) { $0 + ($1?.count ?? 0) } }
}

/// Selects the best design point by a procedure that says, stage after stage, what to replicate.
public enum Selection {
  /// First replication of the second design point's own luck, and so on.
  static let stride = 1 << 24

  /// - Parameters:
  ///   - progress: Called after every replication, one call at a time, from any thread; totals are
  ///     what has been asked for so far, since the end is not known.
  /// - Throws: ``ExperimentError``; a response that a replication does not observe cannot decide.
  public static func run(
    _ experiment: some Experimentable, plan: SelectionPlan,
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws(ExperimentError) -> SelectionResult {
    let names = experiment.designPoints
    let definitions = names.indices.map { point in
      experiment.responses(of: point).first { $0.name == plan.response }
    }
    guard let definition = definitions.first ?? nil, definitions.allSatisfy({ $0 != nil }) else {
      throw .unobserved(response: plan.response, designPoint: names[0], replication: 1)
    }
    precondition(definition.goal != .neutral, "a response with a good direction decides")
    let sign = definition.goal == .lowerIsBetter ? -1.0 : 1.0
    let batch = Batch(experiment: experiment, threads: plan.threads, cancellation: cancellation)
    let tally = Tally()
    var procedure = plan.procedure
    var values = [[Double]](repeating: [], count: names.count)
    var fingerprint = Fingerprint()
    var asked = 0
    while !cancellation.isCancelled {
      let wanted = procedure.wanted
      guard !wanted.isEmpty else { break }
      let items = order(wanted, isPaired: plan.usesCommonRandomNumbers)
      asked += items.count
      let total = asked
      let results = try batch.run(items.map(\.item)) { item, result in
        let counts = tally.add(result)
        progress(
          ExperimentProgress(
            completed: counts.completed, total: total, designPoint: names[item.point],
            replication: item.replication % stride + 1, replications: item.replication % stride + 1,
            entities: counts.entities, events: counts.events, elapsed: tally.elapsed))
      }
      guard results.count == items.count else { break }
      var rows = wanted.map { _ in [Double]() }
      for ((entry, item), result) in zip(items, results) {
        fingerprint.add(result.fingerprint)
        guard let value = result.value(of: definitions[item.point]!.source) else {
          throw .unobserved(
            response: plan.response, designPoint: names[item.point],
            replication: item.replication + 1)
        }
        rows[entry].append(sign * value)
        values[item.point].append(value)
      }
      procedure.take(rows)
    }
    return SelectionResult(
      selected: procedure.selected, survivors: procedure.survivors,
      estimates: values.map { Estimate.mean(of: $0) }, definition: definition,
      guarantee: procedure.guarantee, fingerprint: fingerprint,
      throughput: tally.throughput(threads: plan.threads))
  }

  /// Replication by replication over the systems, so that threads have work of all of them.
  private static func order(_ wanted: [Replications], isPaired: Bool) -> [(Int, item: WorkItem)] {
    var items: [(Int, item: WorkItem)] = []
    for step in 0..<(wanted.map(\.range.count).max() ?? 0) {
      for (entry, request) in wanted.enumerated() where step < request.range.count {
        let replication = request.range.lowerBound + step
        items.append(
          (
            entry,
            WorkItem(
              point: request.system,
              replication: isPaired ? replication : replication + request.system * stride)
          ))
      }
    }
    return items
  }
}

extension ReplicationResult {
  /// The response's value in this replication; nil when nothing was observed.
  public func value(of source: ResponseDefinition.Source) -> Double? {
    switch source {
    case .ratio(let index):
      let ratio = ratios[index]
      return ratio.denominator == 0 ? nil : ratio.numerator / ratio.denominator
    case .quantile(let index, let p):
      return sketches[index].count == 0 ? nil : sketches[index].quantile(p)
    }
  }
}
