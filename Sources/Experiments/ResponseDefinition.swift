public import Statistics

/// A measured quantity of a design point: where it is found in a replication's result, and how
/// it is to be read.
public struct ResponseDefinition: Sendable, Hashable {
  /// Where a response's number comes from.
  public enum Source: Sendable, Hashable {
    /// Index into ``ReplicationResult/ratios``.
    case ratio(Int)
    /// Index into ``ReplicationResult/sketches`` and a probability in (0, 1).
    case quantile(sketch: Int, p: Double)
  }

  public var name: String
  /// "h", "USD", "1" for shares; what the number counts otherwise.
  public var unit: String
  public var goal: Goal
  /// Primary responses are compared with the baseline's; they need a goal that is not neutral.
  public var isPrimary: Bool
  public var source: Source

  public init(name: String, unit: String, goal: Goal, isPrimary: Bool = false, source: Source) {
    precondition(!isPrimary || goal != .neutral, "a primary response has a good direction")
    self.name = name
    self.unit = unit
    self.goal = goal
    self.isPrimary = isPrimary
    self.source = source
  }
}
