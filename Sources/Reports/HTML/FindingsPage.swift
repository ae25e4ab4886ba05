internal import Experiments

extension Findings {
  /// One page: the answer, its charts, and every table.
  public func page(runtime: ChartRuntime?) -> String {
    let charts = charts
    let section = ChartSection(
      name: "tornado", heading: "What moves the result",
      lead: "Blue bars lower the figure, orange bars raise it.", charts: charts,
      isDrawn: runtime != nil)
    let run = description + ["seed \(seed)"]
    let header = """
      <header><h1>\(HTML.name(scenario.name))</h1> <span class="run">\(run.map(HTML.escape).joined(separator: " · "))</span>
      <p>scenario sha256 \(scenario.sha256.prefix(12)) · ploy \(HTML.escape(version))</p></header>
      \(isComplete ? "" : "<p class=\"warning\">Incomplete: it was interrupted.</p>")
      <div class="answer open" id="verdict">\(answer.map { "<div>\(HTML.escape($0))</div>" }.joined())</div>
      """
    let notes = notes.map { "<li>\(HTML.escape($0))</li>" }.joined(separator: "\n")
    let trust =
      notes.isEmpty ? "" : "<section id=\"trust\"><h2>Notes</h2><ul>\(notes)</ul></section>\n"
    let last = """
      \(trust)\
      <section id="reproduce"><h2>How to reproduce it</h2><pre>scenario sha256  \(HTML.escape(scenario.sha256))
      seed \(seed) · ploy \(HTML.escape(version))
      \(NumberText.count(Double(throughput.entities))) orders in \(NumberText.wallTime(throughput.wallSeconds))</pre></section>
      """
    return Page(
      title: "\(scenario.name): ploy report", header: header,
      last: tables.map(\.html) + [last], sections: charts.isEmpty ? [] : [section],
      runtime: runtime
    ).html
  }
}

extension FindingsTable {
  fileprivate var html: String {
    let head = columns.map { column in
      let isFigure = column.cells.contains { if case .figure = $0 { true } else { false } }
      let unit = !isFigure ? "" : column.unit.isEmpty ? unit : column.unit
      let shown =
        unit.isEmpty ? "" : "<small>\(HTML.escape(unit == "1" ? "share" : unit.phrase))</small>"
      return
        "<th scope=\"col\"\(isFigure ? " class=n" : "")>\(HTML.escape(column.heading))\(shown)</th>"
    }.joined()
    let body = (0..<rows).map { row in
      "<tr>"
        + columns.map { column in
          if case .text(let text) = column.cells[row] { return "<td>\(HTML.name(text))</td>" }
          return "<td class=\"n\">\(HTML.escape(column.cells[row].text))</td>"
        }.joined() + "</tr>"
    }.joined(separator: "\n")
    return """
      <section><h2>\(HTML.escape(name == "points" ? "Design points" : title.prefix(1).uppercased() + title.dropFirst()))</h2>
      <div class="scroll" tabindex="0"><table><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></div></section>
      """
  }
}
