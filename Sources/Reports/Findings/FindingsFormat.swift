internal import Experiments

/// A way to write findings down.
public enum FindingsFormat: String, CaseIterable, Sendable {
  case text, json, csv, markdown

  /// The whole text, with a newline at its end.
  public func render(_ findings: Findings, _ options: RenderOptions = RenderOptions()) -> String {
    switch self {
    case .text: findings.text(options)
    case .json: findings.json.text() + "\n"
    case .csv: findings.csv
    case .markdown: findings.markdown
    }
  }
}

extension Findings {
  fileprivate func text(_ options: RenderOptions) -> String {
    var lines = [headline.truncated(to: options.width), run.truncated(to: options.width)]
    for table in tables {
      let rendered = TextTable(
        columns: table.columns.enumerated().map { index, column in
          TextTable.Column(
            heading: index == 0 ? table.title : column.heading,
            cells: column.cells.map(\.text),
            isAlignedRight: index > 0 && column.cells.contains { !$0.isText })
        })
      lines += [""] + rendered.lines(indent: 2, paint: options.paint)
    }
    lines.append("")
    for sentence in answer { lines += wrapped(sentence, "", options) }
    for note in notes { lines += wrapped(note, "Note  ", options) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String, _ first: String, _ options: RenderOptions) -> [String] {
    text.split(separator: " ").map(String.init).wrapped(
      " ", to: options.width, first: first,
      indent: String(repeating: " ", count: first.displayWidth))
  }

  private var headline: String { ([scenario.name] + description).joined(separator: " · ") }

  private var run: String {
    "\(NumberText.count(Double(throughput.entities))) orders in"
      + " \(NumberText.wallTime(throughput.wallSeconds)) · ploy \(version) · scenario"
      + " \(scenario.sha256.prefix(12)) · seed \(seed)" + (isComplete ? "" : " · interrupted")
  }

  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = [
      "schema": .string(schema),
      "scenario": .object([
        "name": .string(scenario.name), "sha256": .string(scenario.sha256),
      ]),
      "version": .string(version), "seed": .unsigned(seed),
      "orders": .integer(throughput.entities), "wall_s": .number(throughput.wallSeconds),
      "answer": .array(answer.map { .string($0) }), "notes": .array(notes.map { .string($0) }),
      "conclusive": .flag(isConclusive),
    ]
    for table in tables {
      members[table.name] = .array(
        (0..<table.rows).map { row in
          var cells: [String: JSONValue] = [:]
          for column in table.columns {
            let key = column.heading.replacing(" ", with: "_")
            switch column.cells[row] {
            case .text(let text): cells[key] = .string(text)
            case .integer(let n): cells[key] = .integer(n)
            case .figure(let x, let halfWidth):
              cells[key] = .number(x)
              if let halfWidth { cells[key + "_half_width"] = .number(halfWidth) }
            }
          }
          return .object(cells)
        })
    }
    if !isComplete { members["incomplete"] = .flag(true) }
    return .object(members)
  }

  /// The first table.
  fileprivate var csv: String {
    guard let table = tables.first else { return "" }
    var heading: [String] = []
    var rows = [[String]](repeating: [], count: table.rows)
    for column in table.columns {
      let key = column.heading.replacing(" ", with: "_")
      heading.append(key)
      let hasWidth = column.cells.contains { $0.halfWidth != nil }
      if hasWidth { heading.append(key + "_half_width") }
      for (row, cell) in column.cells.enumerated() {
        rows[row].append(cell.plain)
        if hasWidth { rows[row].append(JSONValue.number(cell.halfWidth).csv) }
      }
    }
    return ([heading] + rows).map { row in
      row.map(csvField).joined(separator: ",") + "\n"
    }.joined()
  }

  fileprivate var markdown: String {
    var lines = ["# \(scenario.name)", "", "\(description.joined(separator: " · "))", ""]
    lines += answer.map { "\($0)\n" }
    for table in tables {
      lines += ["## \(table.title)", ""]
      lines.append("| " + table.columns.map(\.heading).joined(separator: " | ") + " |")
      lines.append("|" + table.columns.map { _ in "---" }.joined(separator: "|") + "|")
      for row in 0..<table.rows {
        lines.append(
          "| " + table.columns.map { $0.cells[row].text }.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    lines += notes.map { "Note: \($0)\n" }
    lines.append(run)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FindingsCell {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }

  fileprivate var halfWidth: Double? {
    if case .figure(_, let halfWidth) = self { halfWidth } else { nil }
  }

  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let n): String(n)
    case .figure(let x, _): JSONValue.number(x).csv
    }
  }
}

extension JSONValue {
  fileprivate var csv: String { if case .null = self { "" } else { text() } }
}
