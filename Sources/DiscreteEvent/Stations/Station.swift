public import Quantities

/// Parallel servers with one queue; the customers are tokens, the service times are the caller's.
///
/// The station says who starts and when; the caller draws the service time, schedules its end and
/// reports it with ``complete(at:)``. Customers do not leave the queue before they are served, and
/// service is not interrupted.
///
/// ```swift
/// var desk = Station(servers: 2)
/// if desk.arrive(customer, at: now) { scheduleEnd(of: customer) }
/// // at the end of a service:
/// if let next = desk.complete(at: now) { scheduleEnd(of: next) }
/// ```
///
/// - Complexity: O(1) per customer; O(log n) under ``Discipline/priority``, n = queue length.
///   Nothing is allocated once the queue has had its greatest length.
public struct Station: ~Copyable {
  /// Who is served next.
  public let discipline: Discipline

  /// Waiting times in the queue [s] of those whose service started after the last reset, zeros
  /// included.
  public var waits: Tally {
    var all = delays
    all.merge(Tally(zeros: undelayed))
    return all
  }

  /// Waits of those who waited, and the number of those who did not.
  @usableFromInline var delays: Tally
  @usableFromInline var undelayed = 0
  @usableFromInline var line: WaitingLine
  @usableFromInline var ranks: PriorityLine
  @usableFromInline var staffed: TimeWeighted
  @usableFromInline var working: TimeWeighted
  @usableFromInline var waiting: TimeWeighted

  /// - Parameter servers: Servers on duty from the start, >= 0.
  @inlinable
  public init(servers: Int, discipline: Discipline = .firstInFirstOut, start: Instant = .zero) {
    precondition(servers >= 0, "a station has at least 0 servers")
    self.discipline = discipline
    delays = Tally()
    line = WaitingLine()
    ranks = PriorityLine()
    staffed = TimeWeighted(level: servers, since: start)
    working = TimeWeighted(since: start)
    waiting = TimeWeighted(since: start)
  }

  /// Servers on duty.
  @inlinable
  public var servers: Int { staffed.level }

  /// Customers in service; more than `servers` while the last work of those who went off duty is
  /// being finished.
  @inlinable
  public var busy: Int { working.level }

  /// Customers that wait.
  @inlinable
  public var queueLength: Int { waiting.level }

  /// The customer that is `place` places from the head of a first-in-first-out queue, if there is one:
  /// what will be needed soon.
  @inlinable @inline(__always)
  public func waiting(at place: Int) -> UInt32? {
    discipline == .firstInFirstOut && place < line.count ? line[place].token : nil
  }

  /// A customer arrives: true if its service starts now, false if it waits.
  ///
  /// - Parameter key: Its rank under ``Discipline/priority``, smaller first; ignored by the other
  ///   disciplines.
  @inlinable @inline(__always)
  public mutating func arrive(_ token: UInt32, at time: Instant, key: UInt32 = 0) -> Bool {
    if working.current < staffed.current && waiting.current == 0 {
      working.add(1, at: time)
      undelayed &+= 1
      return true
    }
    waiting.add(1, at: time)
    let entry = WaitingLine.Entry(since: time.microseconds, token: token)
    if discipline == .priority {
      ranks.insert(entry, key: key)
    } else {
      line.append(entry)
    }
    return false
  }

  /// A service ends: returns the customer whose service starts now, if any.
  @inlinable @inline(__always)
  public mutating func complete(at time: Instant) -> UInt32? {
    assert(working.current > 0, "a service ended at an idle station")
    if waiting.current > 0 && working.current <= staffed.current { return startFirst(at: time) }
    working.add(-1, at: time)
    return nil
  }

  /// Changes the number of servers on duty. Fewer: those who are busy finish their work first.
  /// More: call ``startNext(at:)`` until it returns nil.
  ///
  /// - Parameter n: Servers on duty from now on, >= 0.
  @inlinable
  public mutating func setServers(_ n: Int, at time: Instant) {
    precondition(n >= 0, "a station has at least 0 servers")
    staffed.set(n, at: time)
  }

  /// The next customer in the queue if there is a free server, whose service starts now.
  @inlinable
  public mutating func startNext(at time: Instant) -> UInt32? {
    if waiting.current == 0 || working.current >= staffed.current { return nil }
    working.add(1, at: time)
    return startFirst(at: time)
  }

  @inlinable @inline(__always)
  mutating func startFirst(at time: Instant) -> UInt32 {
    waiting.add(-1, at: time)
    let entry =
      switch discipline {
      case .firstInFirstOut: line.removeFirst()
      case .lastInFirstOut: line.removeLast()
      case .priority: ranks.removeFirst()
      }
    delays.add(Double(time.microseconds &- entry.since) * 1e-6)
    return entry.token
  }
}
