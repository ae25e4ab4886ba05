internal import Synchronization

/// Replicates every design point of an experiment and compares what came out.
///
/// Work is ordered replication by replication, so that all design points of a replication finish
/// together and an interrupted run keeps whole replications. Results are kept by index and
/// reduced in index order: nothing but the clock depends on the number of threads.
public enum Experiment {
  /// - Parameters:
  ///   - progress: Called after every replication, one call at a time, from any thread.
  ///   - cancellation: When cancelled, running replications finish and no new ones start; the
  ///     result then holds the replications that are complete for all design points.
  /// - Throws: ``ExperimentError/violated(designPoint:replication:violations:)`` with the first
  ///   violation in work order, whatever the number of threads.
  public static func run(
    _ experiment: some Experimentable, plan: ExperimentPlan,
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws(ExperimentError) -> Comparison {
    let names = experiment.designPoints
    let points = names.count
    precondition(points >= 1, "an experiment has a design point")
    let total = points * plan.replications
    let watch = Stopwatch()
    let next = Atomic<Int>(0)
    let isBroken = Atomic<Bool>(false)
    let done = Mutex(Finished(total: total))

    onThreads(min(plan.threads, total)) {
      while !cancellation.isCancelled && !isBroken.load(ordering: .relaxed) {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < total else { return }
        let (replication, point) = index.quotientAndRemainder(dividingBy: points)
        let result = experiment.replicate(point: point, replication: replication)
        if !result.violations.isEmpty { isBroken.store(true, ordering: .relaxed) }
        done.withLock { done in
          done.keep(result, at: index)
          progress(
            ExperimentProgress(
              completed: done.count, total: total, designPoint: names[point],
              replication: replication + 1, replications: plan.replications,
              entities: done.entities, events: done.events, elapsed: watch.wallSeconds))
        }
      }
    }

    let finished = done.withLock { $0 }
    if let index = finished.results.firstIndex(where: { $0?.violations.isEmpty == false }) {
      throw .violated(
        designPoint: names[index % points], replication: index / points + 1,
        violations: finished.results[index]!.violations)
    }
    // Indices are handed out in order and every one handed out is finished: no holes.
    let complete = finished.count / points
    guard complete >= 1 else { throw .cancelled }
    let throughput = Throughput(
      entities: finished.entities, events: finished.events, wallSeconds: watch.wallSeconds,
      cpuSeconds: watch.cpuSeconds, peakMemoryMebibytes: Stopwatch.peakMemoryMebibytes,
      threads: plan.threads)
    return Comparison(
      experiment, plan: plan, results: finished.results.prefix(complete * points).map { $0! },
      throughput: throughput)
  }
}

/// Results by work index, filled in any order.
private struct Finished {
  var results: [ReplicationResult?]
  var count = 0
  var entities = 0
  var events = 0

  init(total: Int) { results = Array(repeating: nil, count: total) }

  mutating func keep(_ result: ReplicationResult, at index: Int) {
    results[index] = result
    count += 1
    entities += result.entities
    events += result.events
  }
}
