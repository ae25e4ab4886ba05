internal import Experiments

/// What speaks for and against believing the figures.
struct TrustSection {
  let summary: Summary

  init(_ summary: Summary) { self.summary = summary }

  var html: String {
    """
    <section id="trust"><h2>How far to trust it</h2>
    <p>\(HTML.escape(conservation))</p>
    \(notes)\(calibration)</section>
    """
  }

  private var conservation: String {
    let runs = summary.replications * summary.strategies.count
    let isKept = summary.strategies.allSatisfy { $0.conservation == "ok" }
    guard isKept else {
      return "Conservation: "
        + summary.strategies.map { "\($0.name) \($0.conservation)" }.joined(separator: ", ") + "."
    }
    return
      "Orders, units, money and time were conserved in each of the \(runs) runs; a run that breaks one of these laws is stopped."
  }

  private var notes: String {
    guard !summary.notes.isEmpty else { return "" }
    return "<ul>\(summary.notes.map { "<li>\(HTML.escape($0))</li>" }.joined(separator: "\n"))</ul>"
  }

  private var calibration: String {
    let targets = summary.calibration
    guard !targets.isEmpty else { return "" }
    let hasReasons = targets.contains { !$0.why.isEmpty }
    let rows = targets.map { target in
      """
      <tr><td>\(target.isMet ? "<span class=\"better\">✓ met</span>" : "<span class=\"worse\">✗ missed</span>")</td>\
      <td>\(HTML.escape(target.about))</td><td class="n">\(HTML.escape(target.publishedText))</td>\
      <td class="n">\(target.simulated.map(VerificationSummary.figure) ?? NumberText.none)</td>\
      <td class="n">\(HTML.escape(target.deviationText))</td><td>\(HTML.escape(target.unit == "1" ? "share" : target.unit))</td>\
      <td>\(HTML.escape(target.source))</td>\(hasReasons ? "<td>\(HTML.escape(target.why))</td>" : "")</tr>
      """
    }
    return """
      <h3>Published figures beside this run</h3>
      <div class="scroll" tabindex="0"><table id="calibration"><thead><tr><th scope="col"></th><th scope="col">figure</th><th scope="col" class="n">published</th><th scope="col" class="n">here</th><th scope="col" class="n">off by</th><th scope="col">unit</th><th scope="col">source</th>\(hasReasons ? "<th scope=\"col\">why</th>" : "")</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }
}
