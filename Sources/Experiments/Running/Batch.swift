internal import Synchronization

/// One replication of one design point.
struct WorkItem: Sendable, Hashable {
  var point: Int
  var replication: Int
}

/// Runs work items on threads and keeps results by index, so that nothing but the clock depends on
/// the number of threads.
struct Batch<Source: Experimentable> {
  let experiment: Source
  let threads: Int
  let cancellation: Cancellation

  /// - Parameter finished: Called after every item, one call at a time, from any thread.
  /// - Returns: Results of the items finished, a prefix of `items` without holes.
  /// - Throws: ``ExperimentError/violated(designPoint:replication:violations:)`` with the first
  ///   violation in the items' order.
  func run(
    _ items: [WorkItem], finished: @escaping @Sendable (WorkItem, ReplicationResult) -> Void
  ) throws(ExperimentError) -> [ReplicationResult] {
    guard !items.isEmpty else { return [] }
    let next = Atomic<Int>(0)
    let isBroken = Atomic<Bool>(false)
    let results = Mutex([ReplicationResult?](repeating: nil, count: items.count))
    let experiment = experiment
    let cancellation = cancellation
    onThreads(min(threads, items.count)) {
      while !cancellation.isCancelled && !isBroken.load(ordering: .relaxed) {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        let item = items[index]
        let result = experiment.replicate(point: item.point, replication: item.replication)
        if !result.violations.isEmpty { isBroken.store(true, ordering: .relaxed) }
        results.withLock { results in
          results[index] = result
          finished(item, result)
        }
      }
    }
    let kept = results.withLock { $0 }
    if let index = kept.firstIndex(where: { $0?.violations.isEmpty == false }) {
      throw .violated(
        designPoint: experiment.designPoints[items[index].point],
        replication: items[index].replication + 1, violations: kept[index]!.violations)
    }
    // Indices are handed out in order and every one handed out is finished: no holes.
    return kept.prefix { $0 != nil }.map { $0! }
  }
}
