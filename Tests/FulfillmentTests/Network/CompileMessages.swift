import Diagnostics
import ScenarioFile

@testable import Fulfillment

/// Messages of everything that compiling a scenario's text reports; nil where the text cannot be read.
func compileMessages(_ text: String) -> String? {
  let document = ScenarioLoader.load(
    text: text, named: "test.yaml", presets: Presets.text, presetNames: Presets.all.map(\.name))
  guard let scenario = document.decode(Scenario.self) else { return nil }
  _ = Model(scenario, sink: document.sink)
  return document.sink.diagnostics.map(\.message).joined(separator: "\n")
}
