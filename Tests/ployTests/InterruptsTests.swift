import Foundation
import Reports
import Synchronization
import Testing
import Workbench

@testable import ploy

/// Interrupts as a test fires them.
private final class Button: Sendable {
  private let first = Mutex<(@Sendable () -> Void)?>(nil)

  var interrupts: Interrupts {
    Interrupts { first in
      self.first.withLock { $0 = first }
      return { self.first.withLock { $0 = nil } }
    }
  }

  var isWatched: Bool { first.withLock { $0 != nil } }
  func press() { first.withLock { $0 }?() }
}

/// These send SIGINT to the process of the tests, one at a time.
@Suite(.serialized) struct InterruptsTests {
  @Test func `the first interrupt ends the run early and what is complete is reported`() {
    let button = Button()
    let presser = Thread {
      while !button.isWatched { usleep(1000) }
      button.press()
    }
    presser.start()
    let terminal = Terminal()
    let partial = Summary.duel.with { $0.replications = 3 }
    let code = terminal.run(
      "compare", "duel", interrupts: button.interrupts,
      scene: Scene(summary: partial, waitsForInterrupt: true))
    #expect(code == 130)
    #expect(terminal.output.contains("incomplete, 5 planned"))
    #expect(terminal.errors.contains("Ctrl-C again stops at once"))
    #expect(!button.isWatched)
  }

  @Test func `SIGINT is heard once as a request and twice as an order`() async throws {
    let heard = Mutex<[String]>([])
    let interrupts = Interrupts.signal(second: { heard.withLock { $0.append("second") } })
    let stop = interrupts.observe { heard.withLock { $0.append("first") } }
    defer { stop() }
    kill(getpid(), SIGINT)
    try await wait { heard.withLock { $0 } == ["first"] }
    kill(getpid(), SIGINT)
    try await wait { heard.withLock { $0 } == ["first", "second"] }
    #expect(heard.withLock { $0 } == ["first", "second"])
  }

  /// Until `condition` holds, five seconds at most.
  private func wait(until condition: () -> Bool) async throws {
    for _ in 0..<500 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
  }
}
