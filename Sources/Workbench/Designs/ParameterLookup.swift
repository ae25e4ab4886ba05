internal import Diagnostics
internal import Fulfillment
internal import ScenarioFile

/// A parameter that an experiment names by its path, found in the reference and in a scenario.
struct ParameterLookup {
  let parameter: ParameterPath
  /// The text of the value that the scenario has there; nil if it is the standard one.
  let text: String?

  /// Checks that a path is a parameter of scenarios, and that what it names is in this one.
  ///
  /// - Throws: `unknown` with what may have been meant, `usage` if a name on the way is not in the scenario.
  init(_ path: String, in root: Node?) throws(Failure) {
    let parts = path.split(separator: ".").map(String.init)
    let known = Scenario.allParameterPaths
    let matching = known.filter { Self.matches(parts, $0.path) }
    guard let parameter = matching.first(where: \.isFactor) ?? matching.first else {
      // Suggestions keep the names that the user gave.
      let near = known.compactMap { candidate -> String? in
        let pattern = candidate.path.split(separator: ".").map(String.init)
        guard pattern.count == parts.count else { return nil }
        return zip(pattern, parts).map { $0 == "*" || $0 == "#" ? $1 : $0 }.joined(separator: ".")
      }
      let alike = known.filter { $0.isFactor && $0.path.hasSuffix(".\(parts.last ?? "")") }
      let meant = Spelling.nearest(to: path, among: near).map { [$0] } ?? []
      let shown = meant + alike.prefix(12).map(\.path)
      throw .unknown(
        name: path, kind: "parameter",
        known: shown.isEmpty ? ["market.scale", "experiment.window"] : shown)
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
    self.parameter = parameter
    text = root?.value(at: path)?.scalar?.text
  }

  /// Whether it takes whole numbers only.
  var isWhole: Bool {
    var type = parameter.parameter.type
    if case .optional(let inner) = type { type = inner }
    if case .integer = type { return true }
    return false
  }

  private static func matches(_ parts: [String], _ pattern: String) -> Bool {
    let pattern = pattern.split(separator: ".")
    return pattern.count == parts.count
      && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 || ($0 == "#" && Int($1) != nil) }
  }
}
