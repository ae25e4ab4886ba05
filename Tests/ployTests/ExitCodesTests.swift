import Reports
import Statistics
import Testing
import Workbench

@testable import ploy

@Suite struct ExitCodesTests {
  func code(_ arguments: String, _ scene: Scene) -> Int32 {
    let terminal = Terminal()
    return arguments.isEmpty
      ? terminal.run("compare", "duel", scene: scene)
      : terminal.run("compare", "duel", arguments, scene: scene)
  }

  @Test func `a failed gate ends with 3 and is still reported`() {
    let gate = GateResult(strategy: "hybrid", rule: "r", observed: "o", isPassed: false)
    let terminal = Terminal()
    let scene = Scene(summary: Summary.duel.with { $0.gates = [gate] })
    #expect(terminal.run("compare", "duel", scene: scene) == 3)
    #expect(terminal.output.contains("✗ hybrid r (o)"))
  }

  @Test func `an unseparated difference ends with 4 only when asked for`() {
    let scene = Scene(summary: Summary.duel.with { $0.differences[0].verdict = .notSeparated })
    #expect(code("", scene) == 0)
    #expect(code("--require-conclusive", scene) == 4)
    #expect(code("--require-conclusive", Scene()) == 0)
  }

  @Test func `failures end with the codes of sysexits`() {
    #expect(code("", Scene(failure: .problems(.mistake))) == 65)
    #expect(code("", Scene(failure: .missing(path: "duel", reason: "gone"))) == 66)
    #expect(
      code("", Scene(failure: .violated(strategy: "a", replication: 1, violations: ["x"]))) == 70)
    #expect(code("", Scene(failure: .interrupted)) == 130)
    #expect(code("", Scene(summary: Summary.duel.with { $0.replications = 3 })) == 130)
  }

  @Test func `a bad scenario shows its problems on standard error`() {
    let terminal = Terminal()
    #expect(terminal.run("validate", "duel", scene: Scene(failure: .problems(.mistake))) == 65)
    #expect(terminal.output == "")
    #expect(terminal.errors.contains("error: unknown key 'serverz' [unknown-key]"))
    #expect(terminal.errors.contains("did you mean 'servers'?"))
  }

  @Test(arguments: [
    ["compare"], ["compare", "duel", "--format", "xml"], ["compare", "duel", "-r", "0"],
    ["compare", "duel", "--threads", "0"], ["compare", "duel", "--seed", "-1"],
    ["compare", "duel", "--generator", "dice"], ["compare", "duel", "--color", "pink"],
    ["comparee", "duel"], ["describe", "darkstore"], ["--nonsense"],
  ])
  func `misuse ends with 64 and runs nothing`(arguments: [String]) {
    let terminal = Terminal()
    let code =
      switch arguments.count {
      case 1: terminal.run(arguments[0])
      case 2: terminal.run(arguments[0], arguments[1])
      default: terminal.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(code == 64)
    #expect(terminal.output == "")
    #expect(!terminal.errors.isEmpty)
    #expect(terminal.requests.isEmpty)
  }
}
