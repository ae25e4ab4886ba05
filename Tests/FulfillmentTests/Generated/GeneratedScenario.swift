import Diagnostics
import Fulfillment
import ScenarioFile
import Testing

/// A small random scenario in parts, so that tests can rearrange and extend it.
struct GeneratedScenario {
  struct Part {
    var name: String
    var text: String
  }
  struct StrategyParts {
    var name: String
    var facilities: [Part] = []
    var lanes: [String] = []
    var lastMile: [Part] = []
    var paths: [String] = []
    var sourcing: [String] = []
    var settings: [String] = []
  }

  var experiment: String
  var start: String
  var timeZone: String
  var promise: String
  /// Other keys of the market, a line each.
  var marketKeys: [String] = []
  var zones: [String] = []
  var sellers: [Part] = []
  var demand: [Part] = []
  var customers: String?
  var strategies: [StrategyParts] = []
  var disruptions: [Part] = []

  var yaml: String {
    """
    name: generated
    experiment: {start: \(start), \(experiment), replications: 1, seed: 1}
    market:
      time_zone: \(timeZone)
      geometry: plane
      promise: \(promise)
    \(marketKeys.map { "  \($0)" }.joined(separator: "\n"))
      zones:
    \(listed(zones, indent: 4))
      categories:
        things: {price: "lognormal(mean: 20 USD, cv: 0.5)", weight: "lognormal(mean: 800 g, cv: 0.8)"}
      sellers:
    \(mapped(sellers, indent: 4))
      demand:
    \(mapped(demand, indent: 4))
    \(customers.map { "  customers: \($0)" } ?? "")
    strategies:
    \(strategies.map(text).joined(separator: "\n"))
    \(disruptions.isEmpty ? "" : "disruptions:\n" + mapped(disruptions, indent: 2))

    """
  }

  /// Lets it start on another day, with the orders and disruptions that are dated by its own.
  mutating func move(to day: String) {
    let old = String(start.prefix(10))
    for index in demand.indices {
      demand[index].text = demand[index].text.replacing(old, with: day)
    }
    for index in disruptions.indices {
      disruptions[index].text = disruptions[index].text.replacing(old, with: day)
    }
    start = day
  }

  private func text(_ strategy: StrategyParts) -> String {
    var lines = ["  \(strategy.name):"] + strategy.settings.map { "    \($0)" }
    lines += ["    facilities:", mapped(strategy.facilities, indent: 6)]
    if !strategy.lanes.isEmpty { lines += ["    lanes:", listed(strategy.lanes, indent: 6)] }
    lines += ["    last_mile:", mapped(strategy.lastMile, indent: 6)]
    lines += ["    paths:", listed(strategy.paths, indent: 6)]
    lines += ["    sourcing:", listed(strategy.sourcing, indent: 6)]
    return lines.joined(separator: "\n")
  }

  private func listed(_ rows: [String], indent: Int) -> String {
    rows.map { String(repeating: " ", count: indent) + "- \($0)" }.joined(separator: "\n")
  }

  private func mapped(_ parts: [Part], indent: Int) -> String {
    parts.map { String(repeating: " ", count: indent) + "\($0.name): \($0.text)" }
      .joined(separator: "\n")
  }

  /// The compiled model; a generated scenario has no errors.
  func model() throws -> Model { try Model(text: yaml) }
}

extension Model {
  /// Reads and compiles a scenario's text; fails the test with everything that is wrong with it.
  init(text: String) throws {
    let document = ScenarioLoader.load(
      text: text, named: "test.yaml", presets: Presets.text, presetNames: Presets.all.map(\.name))
    let sink = document.sink
    let scenario = document.decode(Scenario.self)
    let model = scenario.flatMap { sink.hasErrors ? nil : Model($0, sink: sink) }
    if model == nil {
      let problems = DiagnosticRenderer(style: .plain, columns: 100)
        .render(sink, sources: document.sources)
      Issue.record("\(problems)\n\(text)")
    }
    self = try #require(model)
  }
}
