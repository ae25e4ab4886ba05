internal import Statistics

/// Replicates every design point of an experiment and compares what came out.
///
/// Work is ordered replication by replication, so that all design points of a replication finish
/// together and an interrupted run keeps whole replications. Results are kept by index and
/// reduced in index order: nothing but the clock depends on the number of threads.
public enum Experiment {
  /// - Parameters:
  ///   - store: Has what an earlier run left, and keeps what this one finishes.
  ///   - progress: Called after every replication, one call at a time, from any thread.
  ///   - cancellation: When cancelled, running replications finish and no new ones start; the
  ///     result then holds the replications that are complete for all design points.
  /// - Throws: ``ExperimentError/violated(designPoint:replication:violations:)`` with the first
  ///   violation in work order, whatever the number of threads.
  public static func run(
    _ experiment: some Experimentable, plan: ExperimentPlan,
    store: (any ReplicationStore)? = nil, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws(ExperimentError) -> Comparison {
    let names = experiment.designPoints
    precondition(!names.isEmpty, "an experiment has a design point")
    let batch = Batch(
      experiment: experiment, threads: plan.threads, cancellation: cancellation, store: store)
    let tally = Tally()
    var results: [ReplicationResult] = []
    var requested = plan.replications
    var expected = requested
    var precision: [PrecisionResult] = []
    while true {
      let items = (results.count / names.count..<requested).flatMap { replication in
        names.indices.map { WorkItem(point: $0, replication: replication) }
      }
      let total = (expected * names.count, expected)
      results += try batch.run(items) { item, result in
        let counts = tally.add(result)
        progress(
          ExperimentProgress(
            completed: counts.completed, total: total.0, designPoint: names[item.point],
            replication: item.replication + 1, replications: total.1,
            entities: counts.entities, events: counts.events, elapsed: tally.elapsed))
      }
      guard let rule = plan.stopping, results.count == requested * names.count else { break }
      precision = rule.progress(
        reduce(experiment, rule.targets, results, confidence: plan.confidence),
        confidence: plan.confidence)
      guard let next = rule.next(after: requested, precision) else { break }
      requested = next
      expected = rule.expected(precision, after: next - rule.block)
    }
    let complete = results.count / names.count
    guard complete >= 1 else { throw .cancelled }
    var done = plan
    done.replications = requested
    var comparison = Comparison(
      experiment, plan: done, results: Array(results.prefix(complete * names.count)),
      throughput: tally.throughput(threads: plan.threads))
    if let rule = plan.stopping {
      comparison.precision = precision
      comparison.notes += rule.notes(
        on: precision, of: comparison.designPoints, confidence: plan.confidence)
    }
    return comparison
  }
}
