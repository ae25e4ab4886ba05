public import Quantities

// Integrals are 128-bit integers, because a long queue over a year exceeds 2^63 µs.
extension Station {
  /// Time servers worked since the last reset, up to `end` [server·µs].
  ///
  /// May exceed the staffed time, by the work finished after going off duty.
  @inlinable
  public func busyTime(through end: Instant) -> Int128 { working.integral(through: end) }

  /// Time servers were on duty since the last reset, up to `end` [server·µs].
  @inlinable
  public func staffedTime(through end: Instant) -> Int128 { staffed.integral(through: end) }

  /// Integral of the queue length since the last reset, up to `end` [customer·µs].
  @inlinable
  public func queueTime(through end: Instant) -> Int128 { waiting.integral(through: end) }

  /// Greatest queue length since the last reset.
  @inlinable
  public var queueLengthMaximum: Int { waiting.maximum }

  /// Forgets the statistics before `time`, such as at the end of a warm-up.
  ///
  /// What happens at this very instant adds nothing to the integrals, whether it comes before or
  /// after. Tallied waits and maxima are those of the calls made afterwards, so schedule the reset
  /// with the lowest priority number to have everything of that instant counted.
  public mutating func resetStatistics(at time: Instant) {
    delays = Tally()
    undelayed = 0
    staffed.reset(at: time)
    working.reset(at: time)
    waiting.reset(at: time)
  }
}
