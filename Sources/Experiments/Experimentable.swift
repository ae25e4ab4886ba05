/// What an experiment runs: design points that are replicated with common random numbers.
///
/// Replication r of every design point meets the same luck, so that responses pair by r.
public protocol Experimentable: Sendable {
  /// Names; the first need not be the baseline.
  var designPoints: [String] { get }

  /// What is measured at a design point. Responses are matched between points by name.
  func responses(of point: Int) -> [ResponseDefinition]

  /// Runs one replication; a pure function of its arguments, called from several threads.
  func replicate(point: Int, replication: Int) -> ReplicationResult
}
