internal import Experiments

/// What it takes to get the same figures again, and the scenario itself.
struct ReproduceSection {
  let summary: Summary

  init(_ summary: Summary) { self.summary = summary }

  var html: String {
    let throughput = summary.throughput
    let lines =
      [
        summary.provenance.command,
        "scenario sha256  \(summary.scenario.sha256)",
        "seed \(summary.seed) · fingerprint \(summary.fingerprint) · ploy \(summary.version)",
        "\(NumberText.count(Double(throughput.entities))) orders, \(NumberText.count(Double(throughput.events))) events in "
          + "\(NumberText.wallTime(throughput.wallSeconds)) on \(throughput.threads) threads, "
          + "\(NumberText.fixed(throughput.peakMemoryMebibytes, 0)) MiB",
      ].filter { !$0.isEmpty }
    let files = summary.provenance.files.map { file in
      "<details><summary>\(HTML.name(file.name))</summary><pre>\(HTML.escape(file.text))</pre></details>"
    }
    return """
      <section id="reproduce"><h2>How to reproduce it</h2>
      <p class="lead">The same scenario, seed and version give the same fingerprint, on any number of threads.</p>
      <pre>\(lines.map(HTML.escape).joined(separator: "\n"))</pre>
      \(files.joined(separator: "\n"))
      <p class="note">Map outlines: Natural Earth and U.S. Census Bureau TIGER/Line (public domain). Charts: Vega, Vega-Lite and Vega-Embed (BSD-3-Clause).</p></section>
      """
  }
}
