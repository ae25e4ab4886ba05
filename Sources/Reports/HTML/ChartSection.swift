/// Charts with their tables.
struct ChartSection {
  /// Rows of a table that the page shows; the CSV has all.
  static let rowsMaximum = (drawn: 48, undrawn: 160)

  let name: String
  let heading: String
  let lead: String
  let charts: [Chart]
  /// Whether something can draw them.
  let isDrawn: Bool

  var html: String {
    let choices = charts.compactMap(\.choice)
    var picker = ""
    if choices.count > 1 {
      let options = choices.map { "<option>\(HTML.escape($0))</option>" }.joined()
      picker =
        "<p class=\"picker\"><label>Strategy <select>\(options)</select></label></p>"
    }
    let isGrid = charts.count > 1 && choices.isEmpty
    return """
      <section id="\(name)"><h2>\(HTML.escape(heading))</h2>
      <p class="lead">\(HTML.escape(lead))</p>
      \(picker)<div class="\(isGrid ? "grid" : "single")">
      \(charts.enumerated().map { figure($1, isHidden: $0 > 0 && choices.count > 1) }.joined(separator: "\n"))
      </div></section>
      """
  }

  private func figure(_ chart: Chart, isHidden: Bool) -> String {
    let choice = chart.choice.map { " data-choice=\"\(HTML.escape($0))\"" } ?? ""
    let title = chart.title.isEmpty ? "" : "<h3>\(HTML.escape(chart.title))</h3>"
    let drawing =
      isDrawn
      ? "<div class=\"chart\" id=\"chart-\(chart.id)\" role=\"img\" aria-label=\"\(HTML.escape(chart.alt))\"></div>"
      : "<p class=\"note\">\(HTML.escape(chart.alt))</p>"
    let note = chart.note.isEmpty ? "" : "<p class=\"note\">\(HTML.escape(chart.note))</p>"
    return """
      <figure data-chart="\(chart.id)"\(choice)\(isHidden ? " hidden" : "")>\(title)\(drawing)\(note)
      \(chart.tables.enumerated().map { fold($1, of: chart, number: $0) }.joined(separator: "\n"))</figure>
      """
  }

  /// A table: whole where it is small or nothing draws, else filled in when it is opened.
  private func fold(_ table: DataTable, of chart: Chart, number: Int) -> String {
    let isLazy = isDrawn && (chart.choice != nil || table.rowCount > Self.rowsMaximum.drawn)
    let title = table.title.isEmpty ? "Table" : "Table: \(table.title)"
    let place = "data-table=\"\(number)\" data-of=\"\(chart.id)\""
    return """
      <details class="table"\(isDrawn ? "" : " open")><summary>\(HTML.escape(title)), \(table.rowCount) rows</summary>
      <p><button type="button" class="csv" \(place)>Download CSV</button></p>
      <div class="scroll" tabindex="0"\(isLazy ? " \(place)" : "")>\(isLazy ? "" : rows(of: table))</div></details>
      """
  }

  private func rows(of table: DataTable) -> String {
    let shown = min(table.rowCount, Self.rowsMaximum.undrawn)
    let isNumber = table.columns.map { if case .number = $0.values { true } else { false } }
    let head = zip(table.columns, isNumber).map { column, isNumber in
      let unit =
        column.unit == "1" || column.unit.isEmpty
        ? "" : " <small>\(HTML.escape(column.unit))</small>"
      return
        "<th scope=\"col\"\(isNumber ? " class=n" : "")>\(HTML.escape(column.heading))\(unit)</th>"
    }.joined()
    let body = table.cells(0..<shown).map { cells in
      "<tr>"
        + zip(cells, isNumber).map { cell, isNumber in
          "<td\(isNumber ? " class=n" : "")>\(isNumber ? HTML.escape(cell) : HTML.name(cell))</td>"
        }.joined() + "</tr>"
    }.joined(separator: "\n")
    let more =
      shown < table.rowCount
      ? "<p class=\"note\">\(table.rowCount - shown) more rows are in the CSV.</p>" : ""
    return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table>\(more)"
  }
}
