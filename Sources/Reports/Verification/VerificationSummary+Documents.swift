extension VerificationSummary {
  public static let schemaName = "ploy.verify/1"

  /// For programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "schema": .string(Self.schemaName),
      "version": .string(version),
      "seed": .unsigned(seed),
      "orders": .integer(orders),
      "wall_s": .number(wallSeconds),
      "checks": .array(
        checks.map {
          .object([
            "id": .string($0.id), "model": .string($0.model), "quantity": .string($0.quantity),
            "expected": .number($0.expected), "simulated": .number($0.simulated),
            "half_width": .number($0.halfWidth), "z": .number($0.z), "pass": .flag($0.isPassed),
          ])
        }),
      "skipped": .array(
        skipped.map { .object(["id": .string($0.id), "why": .string($0.why)]) }),
    ]
    if !isComplete { members["incomplete"] = .flag(true) }
    return .object(members)
  }

  /// The first figure of models that stand for the others, for a README, and whatever failed.
  var markdown: String {
    var rows = ["| model | quantity | exact | ploy | z |", "|---|---|---:|---:|---:|"]
    var seen: Set<String> = []
    for check in checks {
      let isShown =
        seen.insert(check.id).inserted && (headlines.isEmpty || headlines.contains(check.id))
      if !isShown && check.isPassed { continue }
      let simulated = check.simulated.map(Self.figure) ?? NumberText.none
      let interval = check.halfWidth.map { " ± \(Self.precision($0))" } ?? ""
      let score = Self.score(check.z) + (check.isPassed ? "" : " ✗")
      rows.append(
        "| \(check.model) | \(check.quantity) | \(Self.figure(check.expected))"
          + " | \(simulated)\(interval) | \(score) |")
    }
    return rows.joined(separator: "\n") + "\n\n\(verdict)\n"
  }
}
