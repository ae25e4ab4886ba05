internal import Experiments

/// What ran: scenario, strategies, replications, what was simulated, seed.
func headline(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let count = summary.strategies.count
  let replications = summary.replications
  var parts = [
    "\(count) \(count == 1 ? "strategy" : "strategies")"
      + " × \(replications) \(replications == 1 ? "replication" : "replications")"
  ]
  if !summary.isComplete { parts.append("incomplete, \(summary.replicationsRequested) planned") }
  parts += summary.description
  parts.append("seed \(summary.seed)")
  let name = summary.scenario.name
  var lines = parts.wrapped(" · ", to: options.width, first: name + "  ", indent: "  ")
  lines[0] = options.paint(name, .heading) + lines[0].dropFirst(name.count)
  return lines
}

/// How much was simulated, how fast, and what identifies the run.
func throughputSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let throughput = summary.throughput
  let threads = throughput.threads
  var speed = [
    "\(NumberText.count(Double(throughput.entities))) orders",
    "\(NumberText.count(Double(throughput.events))) events in"
      + " \(NumberText.wallTime(throughput.wallSeconds))",
  ]
  if let rate = throughput.eventsPerWallSecond {
    speed.append("\(NumberText.count(rate)) events/s")
  }
  speed.append("\(threads) \(threads == 1 ? "thread" : "threads")")
  speed.append("\(NumberText.fixed(throughput.peakMemoryMebibytes, 0)) MiB")
  let identity = [
    "ploy \(summary.version)", "scenario \(summary.scenario.sha256.prefix(12))",
    "fingerprint \(summary.fingerprint)",
  ]
  let label = "Throughput"
  let indent = String(repeating: " ", count: label.count + 2)
  var lines = speed.wrapped(" · ", to: options.width, first: label + "  ", indent: indent)
  lines[0] = options.paint(label, .heading) + lines[0].dropFirst(label.count)
  return lines
    + identity.wrapped(" · ", to: options.width, first: indent, indent: indent)
}
