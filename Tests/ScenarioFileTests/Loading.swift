import Diagnostics
import Foundation
import Quantities
import ScenarioFile

/// Decodes text as a ``Sample``.
func decode(_ text: String, presets: [String: String] = [:]) -> (
  value: Sample?, document: LoadedDocument
) {
  let document = ScenarioLoader.load(
    text: text, named: "scenario.yaml", presets: { presets[$0] },
    presetNames: presets.keys.sorted())
  return (document.decode(Sample.self), document)
}

/// What ploy prints about a text; empty when all is well.
func messages(_ text: String, presets: [String: String] = [:]) -> String {
  let document = decode(text, presets: presets).document
  return DiagnosticRenderer().render(document.sink, sources: document.sources)
}

/// The codes of the problems in file order.
func codes(_ text: String, presets: [String: String] = [:]) -> [String] {
  let document = decode(text, presets: presets).document
  return document.sink.sorted(by: document.sources).map(\.code)
}

/// A folder of files that is gone after `body`.
func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws
  -> Result
{
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("ploy-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try body(folder.path)
}
