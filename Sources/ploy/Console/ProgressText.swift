internal import Experiments
internal import Reports

/// Decides when a run has something to say, and says it; knows nothing of clocks and streams.
struct ProgressText {
  /// One line that is drawn over, or plain lines one after the other.
  let isTerminal: Bool
  /// Width of the line [columns].
  let columns: Int
  private var lastTime = 0.0
  private var lastTenth = 0

  /// Nothing is said before this much of a run [s].
  private static let quietStart = 0.3
  /// Least time between two drawings on a terminal [s].
  private static let drawingInterval = 0.1
  /// Plain lines: one per tenth, not more than one per second, and one after 30 s of silence.
  private static let plain = (least: 1.0, most: 30.0)
  private static let barWidth = 10

  init(isTerminal: Bool, columns: Int) {
    self.isTerminal = isTerminal
    self.columns = columns
  }

  /// The line to show now; nil to stay silent.
  ///
  /// - Parameters:
  ///   - elapsed: Since the start of the run [s].
  ///   - latest: nil before the first replication is finished.
  mutating func line(at elapsed: Double, _ latest: ExperimentProgress?) -> String? {
    let percent = latest.map { $0.completed * 100 / max(1, $0.total) } ?? 0
    let since = elapsed - lastTime
    if isTerminal {
      guard elapsed >= Self.quietStart, since >= Self.drawingInterval else { return nil }
    } else {
      let isStep = percent / 10 > lastTenth && since >= Self.plain.least
      guard isStep || since >= Self.plain.most else { return nil }
    }
    lastTime = elapsed
    lastTenth = percent / 10
    return text(at: elapsed, latest, percent)
  }

  private func text(at elapsed: Double, _ latest: ExperimentProgress?, _ percent: Int)
    -> String
  {
    var parts = ["\(percent)%"]
    if let latest {
      let name = latest.designPoint.truncated(to: 24)
      parts.append("\(name) rep \(latest.replication)/\(latest.replications)")
      let rate = Double(latest.events) / max(latest.elapsed, 1e-9)
      parts.append("\(NumberText.count(rate)) ev/s")
      // Between two replications the time left runs down.
      if let remaining = latest.remaining {
        let left = max(0, remaining - (elapsed - latest.elapsed))
        parts.append("ETA \(left < 60 ? "\(Int(left.rounded(.up)))s" : NumberText.wallTime(left))")
      }
    } else {
      parts.append("running since \(Int(elapsed))s")
    }
    guard isTerminal else { return parts.joined(separator: "  ") }
    let filled = percent * Self.barWidth / 100
    let bar =
      String(repeating: "━", count: filled)
      + String(repeating: "─", count: Self.barWidth - filled)
    return (bar + " " + parts.joined(separator: "  ")).truncated(to: columns - 1)
  }
}
