import Foundation
import Oracles
import Testing

@Suite struct OracleFileTests {
  private static let cases = Dictionary(grouping: OracleCase.all, by: \.id)

  /// What a check says of its KPI, where there is only one.
  private static func figure(_ check: OracleCase.Check) -> (kpi: String, value: Double)? {
    guard check.terms.count == 1, let term = check.terms.first else { return nil }
    return (term.kpi, (check.expected - check.offset) / term.factor)
  }

  @Test(arguments: OracleLibrary.covered.sorted { $0.key < $1.key })
  func `closed forms agree with the answers published`(entry: (key: String, value: String)) throws {
    let published = OracleLibrary.file.cases.filter { $0.id == entry.key }
    let own = try #require(Self.cases[entry.value]?.first)
    var compared = 0
    for check in published.flatMap(\.checks) {
      guard let (kpi, value) = Self.figure(check),
        let mine = own.checks.lazy.compactMap(Self.figure).first(where: { $0.kpi == kpi })
      else { continue }
      compared += 1
      // The library has 12 digits; what is left of them after 1 - x is less.
      #expect(
        abs(mine.value - value) <= 2e-9 * max(abs(value), 1),
        "\(check.quantity): \(mine.value), published \(value)")
    }
    #expect(compared >= 1)
  }

  @Test func `at least ninety of the library's entries run, the others say why not`() {
    let file = OracleLibrary.file
    let run = Set(file.cases.map(\.id))
    #expect(file.entries.count == 99)
    #expect(run.count == 90)
    let skipped = Set(file.skipped.map(\.id))
    for entry in file.entries { #expect(run.contains(entry.id) != skipped.contains(entry.id)) }
    for skip in file.skipped { #expect(!skip.why.isEmpty) }
  }

  private func file(_ text: String) throws -> OracleFile { try OracleFile(Data(text.utf8)) }

  @Test func `what is no oracle file is refused`() {
    #expect(throws: OracleFile.Malformed.self) { try file("oracles: none") }
    #expect(throws: OracleFile.Malformed.self) { try file(#"{"queueing": [{"id": "x"}]}"#) }
  }

  @Test func `unknown models and senseless parameters are skipped with a reason`() throws {
    let found = try file(
      """
      [{"id": "a", "model": "M/M/1 FCFS", "params": {"lam": "x", "mu": 1}, "values": {"Wq": 1}},
       {"id": "b", "model": "M/M/1 FCFS", "params": {"lam": 2, "mu": 1}, "values": {"Wq": 1}},
       {"id": "c", "model": "G/G/7", "values": {"Wq": 1}},
       {"id": "d", "model": "M/M/1 FCFS", "params": {"lam": 0.5, "mu": 1}, "values": {"odd": 1}},
       {"id": "e", "model": "M/M/c FCFS", "params": {"lam": 1, "mu": 1, "c": 1.5}, "values": {"Wq": 1}}]
      """)
    #expect(found.cases.isEmpty)
    #expect(found.skipped.map(\.id) == ["a", "b", "c", "d", "e"])
  }

  @Test func `an oracle brings a scenario of its own`() throws {
    let found = try file(
      """
      [{"id": "a", "model": "mine", "values": {"wait": "1.5"}, "scenario": "name: a",
        "kpis": {"wait": {"hours.queue": 60, "offset": -1}}}]
      """)
    let check = try #require(found.cases.first?.checks.first)
    #expect(found.cases[0].scenario() == "name: a")
    #expect(check.expected == 1.5 && check.offset == -1)
    #expect(check.terms.map(\.kpi) == ["hours.queue"])
  }
}
