/// Poisson arrivals wait for departures at a fixed interval that take up to a capacity.
///
/// - Source: [bailey1954]; without a limit the wait is uniform on the interval.
public struct PeriodicDepartures: Sendable, Hashable {
  public let arrivalRate: Double
  public let interval: Double
  /// Most that one departure takes; nil: no limit.
  public let capacity: Int?

  public init(arrivalRate: Double, interval: Double, capacity: Int? = nil) {
    precondition(arrivalRate > 0 && interval > 0, "positive parameters")
    self.arrivalRate = arrivalRate
    self.interval = interval
    self.capacity = capacity
  }

  /// Mean number that a departure leaves behind.
  public var leftBehindMean: Double {
    capacity.map { carryOverMean(arrivals: arrivalRate * interval, capacity: $0) } ?? 0
  }

  /// Mean wait for departure: half an interval, and that of those left behind.
  public var waitMean: Double { interval / 2 + leftBehindMean / arrivalRate }
}
