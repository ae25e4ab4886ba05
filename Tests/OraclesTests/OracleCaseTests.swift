import Oracles
import Reports
import Testing
import Workbench

@Suite struct OracleCaseTests {
  /// Statistical tests run in release; a debug build runs a few cases to see that they run at all.
  #if DEBUG
    static let cases = ["mm1-0.5", "base-stock-3", "newsvendor"]
    static let effort = 0.02
  #else
    static let cases = Set(OracleCase.all.map(\.id)).sorted()
    static let effort = 0.15
  #endif

  @Test(arguments: cases)
  func `the kernel agrees with the closed form`(id: String) throws {
    let summary = try UseCases.standard.verify(
      VerifyRequest(only: id, seed: 20_261_122, effort: Self.effort), Monitor())
    let checks = summary.checks.filter { $0.id == id }
    #expect(!checks.isEmpty)
    for check in checks {
      #expect(
        check.isPassed,
        "\(check.quantity): \(check.simulated ?? .nan), not \(check.expected), z \(check.z)")
    }
  }

  @Test func `every case has a name of its own and says what it expects`() {
    let ids = OracleCase.all.map(\.id)
    // An entry of the library may need several cases; what its own says is another figure each time.
    let figures = OracleCase.all.flatMap { oracle in oracle.checks.map { oracle.id + $0.quantity } }
    #expect(Set(figures).count == figures.count)
    for oracle in OracleCase.all {
      #expect(!oracle.checks.isEmpty && !oracle.model.isEmpty)
      for check in oracle.checks { #expect(check.expected.isFinite && check.expected > 0) }
    }
    #expect(OracleCase.headlines.isSubset(of: ids))
  }

  @Test func `a wrong expectation fails`() throws {
    // M/M/1's mean wait at rho 0.5 is 1: had the queue lost a tenth of its work, z would be far beyond 4.
    let summary = try UseCases.standard.verify(
      VerifyRequest(only: "mm1-0.5", seed: 3, effort: 0.2), Monitor())
    let wait = try #require(summary.checks.first)
    let half = try #require(wait.halfWidth)
    #expect(0.1 / (half / 2.02) > VerificationSummary.Check.tolerance)
  }

  @Test func `a pattern that fits no case is told with the known ones`() {
    #expect(throws: Failure.self) {
      try UseCases.standard.verify(VerifyRequest(only: "no such model"), Monitor())
    }
  }
}
