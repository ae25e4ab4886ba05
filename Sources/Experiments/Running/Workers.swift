internal import Dispatch
internal import Foundation
internal import Synchronization

/// Calls `body` with each of 0..<`count` once, handed out in order to threads, and returns when all are done.
///
/// - Parameter goesOn: Asked before each; once it is false no more are handed out.
package func onThreads(
  _ threads: Int, each count: Int, while goesOn: @escaping @Sendable () -> Bool = { true },
  _ body: @escaping @Sendable (Int) -> Void
) {
  let next = Atomic<Int>(0)
  onThreads(min(threads, count)) {
    while goesOn() {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }
}

/// Runs `body` on `count` threads of its own and returns when all of them are done.
///
/// Threads rather than a task pool: a replication computes for seconds without suspending.
package func onThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
  let running = DispatchGroup()
  for _ in 0..<count {
    running.enter()
    let thread = Thread {
      body()
      running.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  running.wait()
}
