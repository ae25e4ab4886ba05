import Foundation
import Statistics
import Testing
import Workbench

@testable import ploy

@Suite struct SelectTests {
  @Test(arguments: [
    ("a.b=1,2,3", ["1", "2", "3"]), ("a=2 h, 4 h", ["2 h", "4 h"]),
    ("a=normal(mean: 2, sd: 1),3", ["normal(mean: 2, sd: 1)", "3"]),
    ("a=10..30:10", ["10", "20", "30"]), ("a=0.5..2 h", ["0.5 h", "2 h"]),
    ("a=5..20:5 %", ["5 %", "10 %", "15 %", "20 %"]),
  ])
  func `what is varied is read with its levels`(text: String, levels: [String]) throws {
    let vary = try #require(Vary(text))
    #expect(vary.path.hasPrefix("a"))
    #expect(levelsOf(vary) == levels)
  }

  private func levelsOf(_ vary: Vary) -> [String] {
    switch vary.values {
    case .list(let texts): return texts
    case .range(let range):
      let step = range.step ?? (range.high - range.low)
      return stride(from: range.low, through: range.high + 1e-9, by: step).map {
        let number = $0 == $0.rounded() ? String(Int($0)) : "\($0)"
        return range.unit.isEmpty ? number : "\(number) \(range.unit)"
      }
    }
  }

  @Test(arguments: ["", "a", "=1", "a=", "a=1,,2", "a=3..1", "a=1..x", "a=1..5:0"])
  func `nonsense to vary is refused`(text: String) { #expect(Vary(text) == nil) }

  @Test(arguments: [
    ["select", "x", "--kpi", "k"], ["select", "x", "--delta", "1"],
    ["select", "x", "--kpi", "k", "--delta", "0"],
    ["select", "x", "--kpi", "k", "--delta", "1", "--vary", "nonsense"],
    ["select", "x", "--kpi", "k", "--delta", "1", "--budget", "50"],
    ["compare", "x", "--precision", "0%"], ["compare", "x", "--precision", "wide"],
    ["compare", "x", "--kpi", "on_time_rate"], ["compare", "x", "--margin", "on_time_rate"],
  ])
  func `misuse ends with 64`(arguments: [String]) {
    let terminal = Terminal()
    #expect(terminal.run(arguments) == 64)
    #expect(terminal.output == "")
    #expect(terminal.requests.isEmpty)
  }

  @Test func `precision and margins reach the request`() throws {
    let terminal = Terminal()
    #expect(
      terminal.run([
        "compare", "duel", "--precision", "2.5%", "--kpi", "on_time_rate", "--max-replications",
        "60", "--margin", "cost_to_serve_per_order=0.05",
      ]) == 0)
    let request = try #require(terminal.requests.first)
    #expect(
      request.precision
        == PrecisionRequest(.relative(0.025), kpis: ["on_time_rate"], maximum: 60))
    #expect(request.margins == ["cost_to_serve_per_order": 0.05])
    let absolute = Terminal()
    _ = absolute.run(["run", "duel", "--precision", "0.5"])
    #expect(absolute.requests.first?.precision == PrecisionRequest(.absolute(0.5)))
  }

  @Test func `a selection among variants names the winner and the promise`() throws {
    let folder = try Folder(SmallScenario.text)
    let terminal = Terminal()
    let code = terminal.run([
      "select", folder.path, "--kpi", "hours.work", "--delta", "0.2", "--strategy", "own",
      "--vary", "strategies.own.facilities.fc.pick.time=1 min,30 min,90 min", "-q",
    ])
    #expect(code == 0, "\(terminal.errors)")
    #expect(
      terminal.output.contains("Selected: pick.time 1 min, by hours.work, after 60 replications"))
    #expect(terminal.output.contains("With probability at least 95 %"))
  }

  @Test(arguments: [
    ("strategies.own.facilities.fc.pick.server=1,2", "did you mean", 64),
    ("strategies.owm.facilities.fc.pick.servers=1,2", "did you mean 'own'?", 64),
    ("strategies.own.facilities.fc.pick.servers=1,-2", "pick.servers=-2", 65),
  ])
  func `a wrong path or value is told`(vary: String, message: String, code: Int) throws {
    let folder = try Folder(SmallScenario.text)
    let terminal = Terminal()
    #expect(
      Int(
        terminal.run([
          "select", folder.path, "--kpi", "hours.work", "--delta", "1", "--vary", vary, "-q",
        ])) == code)
    #expect(terminal.errors.contains(message), "\(terminal.errors)")
  }
}
