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
  var store: (any ReplicationStore)? = nil

  /// - Parameter finished: Called after every item, one call at a time, from any thread.
  /// - Returns: Results of the items finished, a prefix of `items` without holes.
  /// - Throws: ``ExperimentError/violated(designPoint:replication:violations:)`` with the first
  ///   violation in the items' order; ``ExperimentError/notStored(reason:)`` when the store fails.
  func run(
    _ items: [WorkItem], finished: @escaping @Sendable (WorkItem, ReplicationResult) -> Void
  ) throws(ExperimentError) -> [ReplicationResult] {
    guard !items.isEmpty else { return [] }
    var known = [ReplicationResult?](repeating: nil, count: items.count)
    if let store {
      for (index, item) in items.enumerated() {
        known[index] = store.result(point: item.point, replication: item.replication)
      }
    }
    var missing: [Int] = []
    var isBrokenBefore = false
    for (index, result) in known.enumerated() {
      if result == nil { missing.append(index) }
      if result?.violations.isEmpty == false { isBrokenBefore = true }
    }
    if store?.isReadOnly == true { missing = [] }
    let isBroken = Atomic<Bool>(isBrokenBefore)
    let results = Mutex(known)
    let failure = Mutex<ExperimentError?>(nil)
    let experiment = experiment
    let cancellation = cancellation
    let store = store
    let places = missing
    let goesOn: @Sendable () -> Bool = {
      !cancellation.isCancelled && !isBroken.load(ordering: .relaxed)
    }
    onThreads(threads, each: places.count, while: goesOn) { place in
      let index = places[place]
      let item = items[index]
      var result = experiment.replicate(point: item.point, replication: item.replication)
      if !result.violations.isEmpty { isBroken.store(true, ordering: .relaxed) }
      if let error = store?.failureOfKeeping(result, item) {
        failure.withLock { $0 = error }
        isBroken.store(true, ordering: .relaxed)
      }
      result.totals = nil
      results.withLock { results in
        results[index] = result
        finished(item, result)
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    try store?.flush()
    let kept = results.withLock { $0 }
    if let index = kept.firstIndex(where: { $0?.violations.isEmpty == false }) {
      throw .violated(
        designPoint: experiment.designPoints[items[index].point],
        replication: items[index].replication + 1, violations: kept[index]!.violations)
    }
    // Indices are handed out in order and every one handed out is finished: holes are only where an
    // earlier run was cut off, and what lies behind them is not counted.
    return kept.prefix { $0 != nil }.map { $0! }
  }
}

extension ReplicationStore {
  /// Why a result could not be kept.
  fileprivate func failureOfKeeping(_ result: ReplicationResult, _ item: WorkItem)
    -> ExperimentError?
  {
    do throws(ExperimentError) {
      try keep(result, point: item.point, replication: item.replication)
      return nil
    } catch {
      return error
    }
  }
}
