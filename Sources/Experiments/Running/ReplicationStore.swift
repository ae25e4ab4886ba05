/// Where finished replications are kept, so that a run that was cut off goes on where it stopped.
public protocol ReplicationStore: Sendable {
  /// What an earlier run left; nil: it has to be run.
  func result(point: Int, replication: Int) -> ReplicationResult?

  /// Keeps a replication that has just finished; called from several threads.
  ///
  /// - Throws: ``ExperimentError/notStored(reason:)`` as soon as nothing can be kept any more, possibly
  ///   because of an earlier one.
  func keep(_ result: ReplicationResult, point: Int, replication: Int) throws(ExperimentError)

  /// Returns when all that was handed over is kept.
  func flush() throws(ExperimentError)

  /// Whether what is missing stays missing: a study that is only read.
  var isReadOnly: Bool { get }
}

/// Whole numbers that add up over replications to the same sums in any sequence.
public protocol ReplicationTotals: Sendable {
  /// Adds another replication's, which are of the same kind.
  mutating func add(_ other: any ReplicationTotals)

  /// All of them as one row, always as long.
  var numbers: [Int64] { get }
}
