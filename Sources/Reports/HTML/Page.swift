/// A whole page in one file: nothing in it asks the network for anything.
struct Page {
  var title: String
  /// What stands above the sections.
  var header: String
  /// The sections without charts that come first, and those that come last.
  var first: [String] = []
  var last: [String] = []
  var sections: [ChartSection] = []
  var runtime: ChartRuntime?

  var html: String {
    let charts = sections.flatMap(\.charts)
    let outlines = Set(charts.flatMap(\.outlines)).sorted { $0.rawValue < $1.rawValue }
    let data = JSONValue.object([
      "charts": .object(Dictionary(uniqueKeysWithValues: charts.map { ($0.id, $0.packed) })),
      "outlines": .object(
        Dictionary(uniqueKeysWithValues: outlines.map { ($0.rawValue, $0.packed) })),
    ])
    let missing =
      runtime == nil && !charts.isEmpty
      ? "<p class=\"warning\" id=\"no-charts\">\(HTML.escape(ChartRuntime.hint))</p>" : ""
    let scripts =
      runtime.map {
        "<script>/*\n\($0.license.replacing("*/", with: "* /"))\n*/\n\(HTML.script($0.source))</script>\n"
      } ?? ""
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:">
      <title>\(HTML.escape(title))</title>
      <style>\(PageStyle.text)</style>
      </head>
      <body>
      <main>
      \(header)
      \(missing)
      \(first.joined(separator: "\n"))
      \(sections.map(\.html).joined(separator: "\n"))
      \(last.joined(separator: "\n"))
      </main>
      <script type="application/json" id="ploy-data">\(HTML.embedded(data))</script>
      \(scripts)<script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }
}
