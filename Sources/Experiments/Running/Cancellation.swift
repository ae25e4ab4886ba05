private import Synchronization

/// A request to stop, shared between whoever asks and whoever runs.
public final class Cancellation: Sendable {
  private let requested = Atomic<Bool>(false)

  public init() {}

  public func cancel() { requested.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { requested.load(ordering: .relaxed) }
}
