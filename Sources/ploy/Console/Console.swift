internal import Foundation
internal import Reports
internal import Workbench

/// Standard output for data, standard error for progress and warnings.
struct Console: Sendable {
  var output: Channel
  var errors: Channel
  var environment: [String: String]

  /// Tells on standard error why there is no result.
  func report(_ failure: Failure, color: ColorChoice) {
    let isColored = errors.isColored(color, environment)
    errors.write(failure.text(isColored: isColored, columns: errors.columns) + "\n")
  }

  static var standard: Console {
    Console(
      output: Channel(descriptor: STDOUT_FILENO), errors: Channel(descriptor: STDERR_FILENO),
      environment: ProcessInfo.processInfo.environment)
  }
}

/// One of the two streams.
struct Channel: Sendable {
  var isTerminal: Bool
  /// Width of the terminal, or the widest line of a report where there is none.
  var columns: Int
  var write: @Sendable (String) -> Void

  init(isTerminal: Bool, columns: Int, write: @escaping @Sendable (String) -> Void) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.write = write
  }

  init(descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    self.init(
      isTerminal: isTerminal,
      columns: isTerminal ? Self.columns(of: descriptor) : RenderOptions.widthMaximum
    ) { text in
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
        if written < 0 && errno != EINTR { return }
        rest = rest.dropFirst(max(0, written))
      }
    }
  }

  func isColored(_ choice: ColorChoice, _ environment: [String: String]) -> Bool {
    choice.isEnabled(environment: environment, isTerminal: isTerminal)
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return RenderOptions.widthMaximum
    }
    return Int(size.ws_col)
  }
}
