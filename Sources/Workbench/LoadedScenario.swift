internal import COpenSSL
internal import Diagnostics
internal import Foundation
internal import Fulfillment
internal import ScenarioFile

/// A scenario read, checked and compiled, with what identifies its bytes.
struct LoadedScenario {
  var model: Model
  var warnings: Problems
  var sha256: String
  /// The tree that was decoded, to make changed scenarios of.
  var document: LoadedDocument

  /// - Throws: `missing` if the files are not there, `problems` with everything that is wrong.
  init(_ path: String) throws(Failure) {
    try self.init(
      ScenarioLoader.load(path, presets: Presets.text, presetNames: Presets.all.map(\.name)))
  }

  /// A scenario from the files that a study keeps.
  init(kept files: [FileStore.LoadedFile]) throws(Failure) {
    try self.init(ScenarioLoader.load(kept: files))
  }

  private init(_ document: LoadedDocument) throws(Failure) {
    let sink = document.sink
    let scenario = document.decode(Scenario.self)
    var model: Model?
    if let scenario, !sink.hasErrors { model = Model(scenario, sink: sink) }
    guard let model, !sink.hasErrors else { throw .problems(Problems(sink, in: document.sources)) }
    self.model = model
    warnings = Problems(sink, in: document.sources)
    sha256 = LoadedScenario.digest(of: document.files)
    self.document = document
  }

  /// The same scenario with another tree; its tables are those that were read before.
  ///
  /// - Parameter strategies: Those to compile, without the gates and targets that may be about others; nil: all.
  func model(of root: Node, strategies: [String]? = nil) throws(Failure) -> Model {
    let changed = LoadedDocument(root: root, sink: DiagnosticSink(), store: document.store)
    var scenario = changed.decode(Scenario.self)
    if let strategies {
      scenario?.strategies.removeAll { !strategies.contains($0.name) }
      scenario?.gates = []
      scenario?.calibration = []
    }
    var model: Model?
    if let scenario, !changed.sink.hasErrors { model = Model(scenario, sink: changed.sink) }
    guard let model, !changed.sink.hasErrors else {
      throw .problems(Problems(changed.sink, in: document.sources))
    }
    return model
  }

  /// SHA-256 over every file read: its name, its length, its bytes; presets by their names.
  static func digest(of files: [FileStore.LoadedFile]) -> String {
    var content: [UInt8] = []
    for file in files {
      let name = URL(filePath: file.name).lastPathComponent
      content += Array("\(name) \(file.bytes.count)\n".utf8) + file.bytes
    }
    return sha256(of: content)
  }

  /// SHA-256 in hexadecimal.
  static func sha256(of content: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256(content, content.count, &digest)
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
