internal import Diagnostics
internal import Fulfillment
internal import ScenarioFile

/// A scenario with some of its values replaced, compiled for the strategies a study needs.
///
/// Reads the files anew for every variant, and refuses to go on when they have changed meanwhile.
struct VariantCompiler: Sendable {
  /// Parameters by their paths, with the text of their new value.
  typealias Setting = (path: String, text: String)

  let path: String
  let sha256: String
  /// Names of the strategies to compile; the others are left out.
  let strategies: [String]

  init(_ loaded: LoadedScenario, path: String, strategies: [String]) {
    self.path = path
    sha256 = loaded.sha256
    self.strategies = strategies
  }

  /// - Throws: `problems` if the scenario cannot be run with these values.
  func model(_ settings: [Setting]) throws(Failure) -> Model {
    let document = ScenarioLoader.load(
      path, presets: Presets.text, presetNames: Presets.all.map(\.name))
    guard var root = document.root else {
      throw .problems(Problems(document.sink, in: document.sources))
    }
    do throws(Diagnostic) {
      for (path, text) in settings {
        root = try root.replacing(
          path, with: Node(text: text, at: SourceLocation(file: "--vary \(path)=\(text)")))
      }
    } catch {
      throw .problems(Problems([error], in: document.sources))
    }
    var changed = document
    changed.root = root
    let scenario = changed.decode(Scenario.self)
    guard LoadedScenario.digest(of: document.files) == sha256 else {
      throw .usage("the scenario's files changed during the run; start it again")
    }
    guard var scenario, !document.sink.hasErrors else {
      throw .problems(Problems(document.sink, in: document.sources))
    }
    scenario.strategies.removeAll { !strategies.contains($0.name) }
    scenario.gates = []
    guard let model = Model(scenario, sink: document.sink), !document.sink.hasErrors else {
      throw .problems(Problems(document.sink, in: document.sources))
    }
    return model
  }

  /// Checks that a path is a parameter of scenarios, and that what it names is in this one.
  ///
  /// - Returns: The text of the value the scenario has there; nil if it is the standard one.
  @discardableResult
  static func check(_ path: String, in root: Node?) throws(Failure) -> (
    text: String?, parameter: ParameterPath
  ) {
    let parts = path.split(separator: ".").map(String.init)
    let known = Scenario.allParameterPaths
    let matching = known.filter { matches(parts, $0.path) }
    guard let parameter = matching.first(where: \.isFactor) ?? matching.first else {
      // Suggestions keep the names that the user gave.
      let near = known.compactMap { candidate -> String? in
        let pattern = candidate.path.split(separator: ".").map(String.init)
        guard pattern.count == parts.count else { return nil }
        return zip(pattern, parts).map { $0 == "*" || $0 == "#" ? $1 : $0 }.joined(separator: ".")
      }
      let meant = Spelling.nearest(to: path, among: near).map { "; did you mean '\($0)'?" } ?? ""
      throw .usage("no parameter has the path '\(path)'\(meant)")
    }
    // Names on the way have to exist; the parameter itself may be left at its standard value.
    let pattern = parameter.path.split(separator: ".").map(String.init)
    var prefix: [String] = []
    for (part, place) in zip(parts, pattern) {
      let above = prefix.isEmpty ? root : root?.value(at: prefix.joined(separator: "."))
      prefix.append(part)
      if place == "*" || place == "#", root?.value(at: prefix.joined(separator: ".")) == nil {
        let names = above?.mapping?.map(\.key.value) ?? []
        let meant = Spelling.nearest(to: part, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw .usage("'\(part)' of '\(path)' is not in the scenario\(meant)")
      }
    }
    return (root?.value(at: path)?.scalar?.text, parameter)
  }

  private static func matches(_ parts: [String], _ pattern: String) -> Bool {
    let pattern = pattern.split(separator: ".")
    return pattern.count == parts.count
      && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 || ($0 == "#" && Int($1) != nil) }
  }
}
