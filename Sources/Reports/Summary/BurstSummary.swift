/// The highest wave of orders: who ordered when, and how every strategy worked it off. Means over the replications.
public struct BurstSummary: Sendable, Hashable {
  /// One strategy's course.
  public struct Course: Sendable, Hashable {
    public var strategy: String
    /// Orders that have not left their origin, mean over each bin.
    public var backlog: [Double]

    public init(strategy: String, backlog: [Double]) {
      self.strategy = strategy
      self.backlog = backlog
    }
  }

  /// Beginning of each bin, local time of the market, such as "2026-11-30T18:00".
  public var starts: [String]
  /// Length of a bin [h].
  public var binHours: Double
  /// Orders placed per hour, the same market for all.
  public var placedPerHour: [Double]
  public var courses: [Course]

  public init(
    starts: [String], binHours: Double, placedPerHour: [Double], courses: [Course]
  ) {
    self.starts = starts
    self.binHours = binHours
    self.placedPerHour = placedPerHour
    self.courses = courses
  }
}
