public import Quantities

/// How many servers are on duty when: a step function of time.
///
/// ```swift
/// let day = StaffingCalendar(changes: [(at: Instant(microseconds: 32_400_000_000), servers: 8)])
/// day.servers(at: .zero)          // 0
/// ```
public struct StaffingCalendar: Hashable, Sendable {
  /// From `at` on, `servers` are on duty.
  public struct Change: Hashable, Sendable, BitwiseCopyable {
    public var at: Instant
    public var servers: Int

    @inlinable
    public init(at: Instant, servers: Int) {
      self.at = at
      self.servers = servers
    }
  }

  /// Servers on duty before the first change.
  public let initialServers: Int
  /// In the order of time.
  public let changes: [Change]
  /// Staffed time from the first change to each change [server·µs].
  let staffedBefore: [Int128]

  /// - Parameters:
  ///   - initialServers: Servers on duty before the first change, >= 0.
  ///   - changes: Strictly increasing in time; servers >= 0.
  public init(initialServers: Int = 0, changes: [(at: Instant, servers: Int)]) {
    precondition(initialServers >= 0 && changes.allSatisfy { $0.servers >= 0 })
    precondition(
      zip(changes, changes.dropFirst()).allSatisfy { $0.at < $1.at },
      "changes of staffing are not strictly increasing in time")
    self.initialServers = initialServers
    self.changes = changes.map { Change(at: $0.at, servers: $0.servers) }
    var total: Int128 = 0
    var before: [Int128] = []
    before.reserveCapacity(changes.count)
    for (i, change) in changes.enumerated() {
      if i > 0 {
        let last = changes[i - 1]
        total += Int128(last.servers) * Int128((change.at - last.at).microseconds)
      }
      before.append(total)
    }
    staffedBefore = before
  }

  /// Index of the first change after `time`; `changes.count` if there is none.
  /// - Complexity: O(log n).

  public func indexOfChange(after time: Instant) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Servers on duty at `time`, a change at that instant included.
  /// - Complexity: O(log n).
  public func servers(at time: Instant) -> Int {
    let i = indexOfChange(after: time)
    return i == 0 ? initialServers : changes[i - 1].servers
  }

  /// Servers times time on duty over [start, end) [server·µs]; negative if `end` is before `start`.
  /// - Complexity: O(log n).
  public func staffedTime(from start: Instant, to end: Instant) -> Int128 {
    staffedTime(at: end) - staffedTime(at: start)
  }

  private func staffedTime(at time: Instant) -> Int128 {
    let i = indexOfChange(after: time)
    guard let last = i == 0 ? changes.first : changes[i - 1] else {
      return Int128(initialServers) * Int128(time.microseconds)
    }
    let servers = i == 0 ? initialServers : last.servers
    let before = i == 0 ? 0 : staffedBefore[i - 1]
    return before + Int128(servers) * Int128((time - last.at).microseconds)
  }
}
