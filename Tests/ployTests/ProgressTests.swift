import Experiments
import Testing

@testable import ploy

@Suite struct ProgressTests {
  func progress(_ completed: Int, of total: Int, at elapsed: Double) -> ExperimentProgress {
    ExperimentProgress(
      completed: completed, total: total, designPoint: "hybrid", replication: completed,
      replications: total, entities: 10, events: completed * 1_000_000, elapsed: elapsed)
  }

  @Test func `a terminal stays clean for 300 ms and is drawn ten times a second at most`() {
    var text = ProgressText(isTerminal: true, columns: 96)
    var drawn: [Double] = []
    for tick in 0...200 {
      let time = Double(tick) * 0.01
      if text.line(at: time, progress(tick, of: 200, at: time)) != nil { drawn.append(time) }
    }
    #expect(drawn.first == 0.3)
    #expect(drawn.count <= 18 && drawn.count >= 9)
    for (a, b) in zip(drawn, drawn.dropFirst()) { #expect(b - a >= 0.0999) }
  }

  @Test func `the line tells share, place, speed and time left`() {
    var text = ProgressText(isTerminal: true, columns: 96)
    #expect(
      text.line(at: 15, progress(75, of: 100, at: 15))
        == "━━━━━━━─── 75%  hybrid rep 75/100  5.00 M ev/s  ETA 5s")
    #expect(
      text.line(at: 17, progress(75, of: 100, at: 15))
        == "━━━━━━━─── 75%  hybrid rep 75/100  5.00 M ev/s  ETA 3s")
  }

  @Test func `before the first replication there is a sign of life`() {
    var text = ProgressText(isTerminal: true, columns: 96)
    #expect(text.line(at: 4.2, nil) == "────────── 0%  running since 4s")
  }

  @Test func `the line never reaches the terminal's last column`() {
    var text = ProgressText(isTerminal: true, columns: 30)
    let line = text.line(at: 15, progress(75, of: 100, at: 15))
    #expect(line?.count == 29)
  }

  @Test func `a log gets a line per tenth, or one after 30 s of silence`() {
    var text = ProgressText(isTerminal: false, columns: 96)
    var said: [Int] = []
    for percent in 0...100 {
      let time = Double(percent) * 0.5
      if text.line(at: time, progress(percent, of: 100, at: time)) != nil { said.append(percent) }
    }
    #expect(said == [10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    var slow = ProgressText(isTerminal: false, columns: 96)
    let times = (0...100).filter { slow.line(at: Double($0), nil) != nil }
    #expect(times == [30, 60, 90])
  }

  @Test func `a log of a short run has no progress`() {
    var text = ProgressText(isTerminal: false, columns: 96)
    for percent in 0...100 {
      let time = Double(percent) * 0.009
      #expect(text.line(at: time, progress(percent, of: 100, at: time)) == nil)
    }
  }
}
