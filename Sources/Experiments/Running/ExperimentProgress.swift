/// How far an experiment is, told after every finished replication.
public struct ExperimentProgress: Sendable {
  /// Finished replications, over all design points.
  public var completed: Int
  /// Replications asked for, over all design points.
  public var total: Int
  /// Design point of the replication that has just finished.
  public var designPoint: String
  /// Number of that replication, from 1.
  public var replication: Int
  /// Replications asked for at each design point.
  public var replications: Int
  public var entities: Int
  public var events: Int
  /// Since the start [s].
  public var elapsed: Double

  public init(
    completed: Int, total: Int, designPoint: String, replication: Int, replications: Int,
    entities: Int, events: Int, elapsed: Double
  ) {
    self.completed = completed
    self.total = total
    self.designPoint = designPoint
    self.replication = replication
    self.replications = replications
    self.entities = entities
    self.events = events
    self.elapsed = elapsed
  }

  /// Finished share, in [0, 1].
  public var fraction: Double { total == 0 ? 1 : Double(completed) / Double(total) }

  /// Time left at the pace so far [s]; nil before the first replication.
  public var remaining: Double? {
    completed == 0 ? nil : elapsed * Double(total - completed) / Double(completed)
  }
}
