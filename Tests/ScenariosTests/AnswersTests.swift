import Foundation
import Testing

/// The answers in the READMEs of scenarios, as ploy prints them, against a run.
@Suite struct AnswersTests {
  /// A line of a verdict: which KPI, which strategy, the difference and its interval's half width.
  struct Verdict {
    var kpi: String
    var strategy: String
    var difference: Double
    var halfWidth: Double?

    /// Beyond what two replications could turn around.
    var isClear: Bool { halfWidth.map { difference != 0 && abs(difference) >= 5 * $0 } ?? false }
  }

  /// The verdicts of a text report.
  static func verdicts(in text: String) -> [Verdict] {
    var kpi = ""
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("Verdict vs ") {
        kpi = line.split(separator: ",", maxSplits: 1)[1].split(separator: "(")[0]
          .trimmingCharacters(in: .whitespaces)
        return nil
      }
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count > 2, ["✓", "✗", "~", "="].contains(words[0]), !kpi.isEmpty,
        let difference = number(words[2])
      else { return nil }
      var halfWidth: Double?
      if words.count > 4, words[3].hasPrefix("["), let low = number(words[3]),
        let high = number(words[4])
      {
        halfWidth = (high - low) / 2
      }
      return Verdict(
        kpi: kpi, strategy: String(words[1]), difference: difference, halfWidth: halfWidth)
    }
  }

  /// The number in a figure such as "−$0.91", "+8.99h" or "[−46.1pp,".
  static func number(_ word: Substring) -> Double? {
    let digits = word.replacing("\u{2212}", with: "-").filter { "-0123456789.".contains($0) }
    return Double(digits)
  }

  static var scenarios: [String] {
    get throws {
      try Package.scenarios(in: Package.scenarios).filter { name in
        let path = "\(Package.scenarios)/\(name)/README.md"
        let text = try? String(contentsOfFile: path, encoding: .utf8)
        return text?.contains("<!-- answer:begin -->") ?? false
      }
    }
  }

  @Test(arguments: try scenarios)
  func `the clear verdicts of a README stand in a run of two replications`(name: String) throws {
    let folder = "\(Package.scenarios)/\(name)"
    let readme = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    let block = try #require(
      readme.split(separator: "<!-- answer:begin -->").last?
        .split(separator: "<!-- answer:end -->").first)
    let printed = Self.verdicts(in: String(block)).filter(\.isClear)
    #expect(!printed.isEmpty)
    let terminal = Terminal()
    _ = terminal.run("compare", folder, "--quiet", "--color", "never", "--replications", "2")
    let found = Self.verdicts(in: terminal.output)
    for verdict in printed {
      let now = try #require(
        found.first { $0.kpi == verdict.kpi && $0.strategy == verdict.strategy },
        "\(name): \(verdict.strategy), \(verdict.kpi)")
      #expect(
        now.difference.sign == verdict.difference.sign && now.difference != 0,
        "\(name): \(verdict.strategy), \(verdict.kpi): \(verdict.difference), now \(now.difference)"
      )
    }
  }
}
