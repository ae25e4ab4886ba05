internal import Dispatch
internal import Foundation

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
