private import Synchronization

/// An experiment that keeps its replications, so that running it again with more of them computes only the new
/// ones.
public final class Remembered<Base: Experimentable>: Experimentable {
  private let base: Base
  private let results = Mutex<[Int: ReplicationResult]>([:])

  public init(_ base: Base) { self.base = base }

  public var designPoints: [String] { base.designPoints }

  public func responses(of point: Int) -> [ResponseDefinition] { base.responses(of: point) }

  public func replicate(point: Int, replication: Int) -> ReplicationResult {
    let key = replication * base.designPoints.count + point
    if let known = results.withLock({ $0[key] }) { return known }
    let result = base.replicate(point: point, replication: replication)
    results.withLock { $0[key] = result }
    return result
  }

  /// Entities and events of all replications that were computed.
  public var effort: (entities: Int, events: Int) {
    results.withLock { results in
      results.values.reduce((0, 0)) { ($0.0 + $1.entities, $0.1 + $1.events) }
    }
  }
}
