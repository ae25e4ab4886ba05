import Foundation
import Reports
import Testing
import Workbench

@testable import ploy

@Suite struct VerifyTests {
  private func summary(z: Double) -> VerificationSummary {
    VerificationSummary(
      version: "0.1.0", seed: 1,
      checks: [
        .init(
          id: "mm1", model: "M/M/1", quantity: "wait [min]", expected: 1, simulated: 1.1,
          halfWidth: 0.05, z: z)
      ])
  }

  @Test func `it ends with 0 when all figures agree, and with 1 when one does not`() {
    #expect(Terminal().run("verify", scene: Scene(verification: summary(z: 3.9))) == 0)
    let terminal = Terminal()
    #expect(terminal.run("verify", scene: Scene(verification: summary(z: -4.1))) == 1)
    #expect(terminal.output.contains("✗ 1 of 1 figure"))
  }

  @Test func `an interrupted verification says so`() {
    var summary = summary(z: 1)
    summary.isComplete = false
    let terminal = Terminal()
    #expect(terminal.run("verify", scene: Scene(verification: summary)) == 130)
    #expect(terminal.output.contains("interrupted: "))
  }

  @Test func `one model really runs`() {
    let terminal = Terminal()
    #expect(
      terminal.run(
        "verify", "--only", "base-stock-3", "--effort", "0.02", "--format", "json", "-q") == 0)
    #expect(terminal.output.contains(#""schema": "ploy.verify/1""#))
    #expect(terminal.output.contains(#""quantity": "fill rate""#))
    #expect(terminal.errors == "")
  }

  @Test func `a file of oracles runs, and what cannot be run is listed with the reason`() throws {
    let folder = try Folder("")
    let file = folder.path + "/mine.json"
    try """
    {"mine": [
      {"id": "desk", "model": "M/M/1 FCFS", "params": {"lam": "0.5", "mu": 1}, "values": {"Wq": "1"}},
      {"id": "odd", "model": "M/M/1-PS", "values": {"W": 5}},
      {"id": "wrong", "model": "M/M/1 FCFS", "params": {"lam": 0.5, "mu": 1}, "values": {"Wq": 1.5}}
    ]}
    """.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = Terminal()
    #expect(
      terminal.run("verify", "--oracles", file, "--effort", "0.05", "--format", "json", "-q") == 1)
    #expect(terminal.output.contains(#""id": "odd""#), "\(terminal.errors)")
    let alone = Terminal()
    #expect(alone.run("verify", "--oracles", file, "--only", "desk", "--effort", "0.05", "-q") == 0)
    #expect(Terminal().run("verify", "--oracles", folder.path + "/none.json") == 66)
    #expect(Terminal().run("verify", "--oracles", folder.path + "/scenario.yaml") == 64)
  }

  @Test func `an unknown model is told with the known ones`() {
    let terminal = Terminal()
    #expect(terminal.run("verify", "--only", "M/M/7") == 64)
    #expect(terminal.errors.contains("mm1-0.5"))
  }
}
