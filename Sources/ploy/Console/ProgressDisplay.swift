@preconcurrency internal import Dispatch
internal import Experiments
internal import Synchronization

/// Shows a run's progress on standard error while it goes on.
///
/// A timer draws, not the replications: long replications must not look like a hang, and short
/// ones must not pay for drawing.
final class ProgressDisplay: Sendable {
  private struct State {
    var text: ProgressText
    var latest: ExperimentProgress?
    var isDrawn = false
    var isFinished = false
  }

  private let state: Mutex<State>
  private let channel: Channel
  private let start = ContinuousClock.now
  private let timer: any DispatchSourceTimer

  /// Starts to show; nothing but ``finish()`` ends it.
  init(on channel: Channel) {
    self.channel = channel
    let text = ProgressText(isTerminal: channel.isTerminal, columns: channel.columns)
    state = Mutex(State(text: text))
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
  }

  func report(_ progress: ExperimentProgress) {
    state.withLock { $0.latest = progress }
  }

  /// Takes the line off the terminal and writes `message` instead, if any.
  func interrupt(with message: String) {
    state.withLock { state in
      erase(&state)
      channel.write(message + "\n")
    }
  }

  /// Takes the line off the terminal for good.
  func finish() {
    timer.cancel()
    state.withLock { state in
      state.isFinished = true
      erase(&state)
    }
  }

  private func draw() {
    let elapsed = start.duration(to: .now)
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    state.withLock { state in
      guard !state.isFinished, let line = state.text.line(at: seconds, state.latest) else {
        return
      }
      channel.write(channel.isTerminal ? "\r\u{1B}[K\(line)" : line + "\n")
      state.isDrawn = channel.isTerminal
    }
  }

  private func erase(_ state: inout State) {
    if state.isDrawn { channel.write("\r\u{1B}[K") }
    state.isDrawn = false
  }
}
