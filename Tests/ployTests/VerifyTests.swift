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

  @Test func `an unknown model is told with the known ones`() {
    let terminal = Terminal()
    #expect(terminal.run("verify", "--only", "M/M/7") == 64)
    #expect(terminal.errors.contains("mm1-0.5"))
  }
}
