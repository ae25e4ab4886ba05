internal import Synchronization

/// Counts what has finished, for progress and throughput.
final class Tally: Sendable {
  struct Counts {
    var completed = 0
    var entities = 0
    var events = 0
  }
  private let counts = Mutex(Counts())
  private let watch = Stopwatch()

  /// - Returns: Counts with this result.
  func add(_ result: ReplicationResult) -> Counts {
    counts.withLock { counts in
      counts.completed += 1
      counts.entities += result.entities
      counts.events += result.events
      return counts
    }
  }

  var elapsed: Double { watch.wallSeconds }

  func throughput(threads: Int) -> Throughput {
    let counts = counts.withLock { $0 }
    return Throughput(
      entities: counts.entities, events: counts.events, wallSeconds: watch.wallSeconds,
      cpuSeconds: watch.cpuSeconds, peakMemoryMebibytes: Stopwatch.peakMemoryMebibytes,
      threads: threads)
  }
}
