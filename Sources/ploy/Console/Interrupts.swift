internal import Foundation
internal import Workbench

/// What Ctrl-C does while a run goes on.
struct Interrupts: Sendable {
  /// Starts to listen: `first` at the first interrupt, and the end of the process at the second.
  /// The result stops listening.
  var observe: @Sendable (_ first: @escaping @Sendable () -> Void) -> @Sendable () -> Void

  /// Nobody interrupts.
  static let none = Interrupts { _ in {} }

  /// SIGINT of this process.
  static let process = signal { _exit(ExitStatus.interrupted.rawValue) }

  /// SIGINT, with `second` in place of the end of the process; one observer at a time.
  ///
  /// The handler writes a byte into a pipe and a thread reads it, since next to nothing is
  /// allowed in a handler. (A dispatch source loses signals on Linux: it needs SIGINT ignored,
  /// and an ignored signal is dropped unless the thread it falls to happens to block it.)
  static func signal(second: @escaping @Sendable () -> Void) -> Interrupts {
    Interrupts { first in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return {} }
      let (input, output) = (ends[0], ends[1])
      interruptPipe = output
      Foundation.signal(SIGINT) { _ in
        let saved = errno
        var byte = interruptByte
        _ = write(interruptPipe, &byte, 1)
        errno = saved
      }
      unblock(SIGINT)
      Thread.detachNewThread {
        var count = 0
        while let byte = nextByte(of: input), byte == interruptByte {
          count += 1
          if count == 1 { first() } else { second() }
        }
        close(input)
        close(output)
      }
      return {
        Foundation.signal(SIGINT, SIG_DFL)
        var byte = stopByte
        _ = write(output, &byte, 1)
      }
    }
  }
}

/// Lets a signal in: who starts ploy from a worker thread hands it a mask that keeps all out.
private func unblock(_ signal: Int32) {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, signal)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}

/// Where the signal handler writes; it can reach nothing but globals.
private nonisolated(unsafe) var interruptPipe: Int32 = -1
private let interruptByte: UInt8 = 1
private let stopByte: UInt8 = 0

/// nil at the end or on an error.
private func nextByte(of descriptor: Int32) -> UInt8? {
  var byte: UInt8 = 0
  while true {
    let count = read(descriptor, &byte, 1)
    if count == 1 { return byte }
    if count == 0 || errno != EINTR { return nil }
  }
}
