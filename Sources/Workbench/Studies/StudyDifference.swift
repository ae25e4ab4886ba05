internal import Foundation
internal import Reports
internal import Store

/// What sets two studies apart.
public struct StudyDifference: Sendable, Hashable {
  /// A KPI that came out differently.
  public struct Figure: Sendable, Hashable {
    public var strategy: String
    public var kpi: String
    public var unit: String
    public var first: Double?
    public var second: Double?
  }

  /// Requests and files, a line each.
  public var inputs: [String]
  /// Lines of the files that were changed, with "-" or "+" before them.
  public var changes: [String]
  public var figures: [Figure]
  /// Strategies that only one of them has.
  public var unmatched: [String]
  public var fingerprints: [String]
  public var replications: [Int]

  public var isSame: Bool {
    inputs.isEmpty && figures.isEmpty && unmatched.isEmpty && Set(fingerprints).count == 1
  }
}

extension Studies {
  static func difference(_ first: String, _ second: String) throws(Failure) -> StudyDifference {
    let a = try open(first)
    defer { a.close() }
    let b = try open(second)
    defer { b.close() }
    let summaries = [try show(first), try show(second)]
    var figures: [StudyDifference.Figure] = []
    var unmatched: [String] = []
    for strategy in summaries[0].strategies {
      guard let other = summaries[1].strategies.first(where: { $0.name == strategy.name }) else {
        unmatched.append("\(first) only: \(strategy.name)")
        continue
      }
      let names = strategy.kpis + other.kpis.filter { strategy.kpi($0.name) == nil }
      for kpi in names where strategy.mean(kpi.name) != other.mean(kpi.name) {
        figures.append(
          .init(
            strategy: strategy.name, kpi: kpi.name, unit: kpi.unit,
            first: strategy.mean(kpi.name), second: other.mean(kpi.name)))
      }
    }
    for strategy in summaries[1].strategies
    where !summaries[0].strategies.contains(where: { $0.name == strategy.name }) {
      unmatched.append("\(second) only: \(strategy.name)")
    }
    return StudyDifference(
      inputs: words(a.content.request, b.content.request) + files(a.content, b.content),
      changes: changes(a.content, b.content), figures: figures, unmatched: unmatched,
      fingerprints: summaries.map(\.fingerprint), replications: summaries.map(\.replications))
  }

  private static func words(_ a: [String: String], _ b: [String: String]) -> [String] {
    Set(a.keys).union(b.keys).subtracting(["scenario"]).sorted().compactMap { key in
      a[key] == b[key]
        ? nil : "\(key): \(a[key] ?? "not given") → \(b[key] ?? "not given")"
    }
  }

  /// Files are matched by their last name: studies of two folders may be compared.
  private static func key(_ name: String) -> String { URL(filePath: name).lastPathComponent }

  private static func files(_ a: StudyContent, _ b: StudyContent) -> [String] {
    let mine = Dictionary(a.inputs.map { (key($0.name), $0) }, uniquingKeysWith: { x, _ in x })
    let other = Dictionary(b.inputs.map { (key($0.name), $0) }, uniquingKeysWith: { x, _ in x })
    return Set(mine.keys).union(other.keys).sorted().compactMap { name in
      guard let x = mine[name] else { return "\(name): in the second only" }
      guard let y = other[name] else { return "\(name): in the first only" }
      return x.bytes == y.bytes ? nil : "\(name): changed"
    }
  }

  private static func changes(_ a: StudyContent, _ b: StudyContent) -> [String] {
    var lines: [String] = []
    for input in a.inputs {
      guard let other = b.inputs.first(where: { key($0.name) == key(input.name) }),
        other.bytes != input.bytes
      else { continue }
      func split(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
      }
      for change in split(other.bytes).difference(from: split(input.bytes)) {
        switch change {
        case .remove(_, let line, _): lines.append("- \(line)")
        case .insert(_, let line, _): lines.append("+ \(line)")
        }
      }
    }
    return lines
  }
}

extension StudyDifference {
  /// As people read it.
  public var text: String {
    if isSame {
      return "✓ the same question and the same results (fingerprint \(fingerprints[0]))\n"
    }
    var lines: [String] = []
    lines.append(inputs.isEmpty ? "Inputs   the same" : "Inputs")
    lines += inputs.map { "  \($0)" }
    lines += changes.prefix(40).map { "    \($0)" }
    if changes.count > 40 { lines.append("    and \(changes.count - 40) lines more") }
    if Set(fingerprints).count == 1 && figures.isEmpty {
      lines.append("Results  the same (fingerprint \(fingerprints[0]))")
    } else {
      lines.append("Results  of \(replications[0]) and \(replications[1]) replications")
    }
    lines += unmatched.map { "  \($0)" }
    func shown(_ x: Double?) -> String { x.map { String(format: "%.6g", $0) } ?? "–" }
    let primary = figures.prefix(60)
    lines += primary.map { figure in
      var line =
        "  \(figure.strategy)  \(figure.kpi)  \(shown(figure.first)) → \(shown(figure.second))"
      if let x = figure.first, let y = figure.second, x != 0 {
        line += String(format: "  (%+.2f%%)", (y / x - 1) * 100)
      }
      return line
    }
    if figures.count > primary.count { lines.append("  and \(figures.count - primary.count) more") }
    return lines.map { $0 + "\n" }.joined()
  }
}
