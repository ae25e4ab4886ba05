import Experiments
import Foundation
import Reports
import Testing

@Suite struct FindingsTests {
  let findings = Findings(
    schema: "ploy.test/1", scenario: ScenarioIdentity(name: "duel", sha256: "0123456789abcdef"),
    version: "1.2.3", seed: 7, description: ["2 systems"],
    tables: [
      FindingsTable(
        "systems", title: "system",
        [
          .init("system", [.text("a, b"), .text("c")]),
          .init("mean", [.figure(12.3456, halfWidth: 0.021), .figure(nil, halfWidth: nil)]),
          .init("replications", [.integer(20), .integer(3)]),
        ])
    ],
    answer: ["Selected: c."], notes: ["Beware."],
    throughput: Throughput(
      entities: 1000, events: 5000, wallSeconds: 2, cpuSeconds: 3, peakMemoryMebibytes: 10,
      threads: 2), isComplete: true, isConclusive: true)

  @Test func `text shows as many digits as the half-width deserves`() {
    let text = FindingsFormat.text.render(findings)
    #expect(text.contains("duel · 2 systems\n"))
    #expect(text.contains("a, b    12.346 ±0.021"))
    #expect(text.contains("\nSelected: c.\nNote  Beware.\n"))
  }

  @Test func `a figure that never varies has no digits of noise`() {
    var still = findings
    still.tables[0].columns[1].cells[0] = .figure(20.957, halfWidth: 1e-13)
    #expect(FindingsFormat.text.render(still).contains("20.957 ±0 "))
  }

  @Test func `JSON holds every cell under its heading`() throws {
    let text = FindingsFormat.json.render(findings)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "ploy.test/1")
    let rows = try #require(object["systems"] as? [[String: Any]])
    #expect(rows[0]["mean"] as? Double == 12.3456)
    #expect(rows[0]["mean_half_width"] as? Double == 0.021)
    #expect(rows[1]["mean"] is NSNull)
    #expect(rows[1]["replications"] as? Int == 3)
  }

  @Test func `CSV is the first table with half-widths in columns of their own`() {
    #expect(
      FindingsFormat.csv.render(findings)
        == "system,mean,mean_half_width,replications\n\"a, b\",12.3456,0.021,20\nc,,,3\n")
  }

  @Test func `Markdown has a table and the answer`() {
    let text = FindingsFormat.markdown.render(findings)
    #expect(text.contains("| a, b | 12.346 ±0.021 | 20 |"))
    #expect(text.contains("Selected: c."))
  }
}
