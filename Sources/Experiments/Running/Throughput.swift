internal import Foundation

/// What a run took from the machine.
public struct Throughput: Sendable, Hashable {
  public var entities: Int
  public var events: Int
  public var wallSeconds: Double
  /// Processor time of the whole process, user and system, over all threads.
  public var cpuSeconds: Double
  /// Largest resident memory of the process so far [MiB].
  public var peakMemoryMebibytes: Double
  public var threads: Int

  public init(
    entities: Int, events: Int, wallSeconds: Double, cpuSeconds: Double,
    peakMemoryMebibytes: Double, threads: Int
  ) {
    self.entities = entities
    self.events = events
    self.wallSeconds = wallSeconds
    self.cpuSeconds = cpuSeconds
    self.peakMemoryMebibytes = peakMemoryMebibytes
    self.threads = threads
  }

  public var entitiesPerCPUSecond: Double? {
    cpuSeconds > 0 ? Double(entities) / cpuSeconds : nil
  }
  public var eventsPerCPUSecond: Double? { cpuSeconds > 0 ? Double(events) / cpuSeconds : nil }
  public var eventsPerWallSecond: Double? { wallSeconds > 0 ? Double(events) / wallSeconds : nil }
}

/// Clock and processor time since it was made.
package struct Stopwatch {
  package init() {}

  private let start = ContinuousClock.now
  private let processorStart = processorSeconds()

  package var wallSeconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  package var cpuSeconds: Double { Self.processorSeconds() - processorStart }

  package static var peakMemoryMebibytes: Double {
    #if canImport(Darwin)
      Double(usage().ru_maxrss) / 1_048_576  // bytes
    #else
      Double(usage().ru_maxrss) / 1024  // KiB
    #endif
  }

  private static func processorSeconds() -> Double {
    let usage = usage()
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  private static func usage() -> rusage {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return usage
  }
}
