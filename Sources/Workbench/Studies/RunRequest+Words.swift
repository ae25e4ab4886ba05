internal import RandomVariates
internal import Statistics

extension RunRequest {
  /// What was asked for that results or their reading depend on, as words.
  func words(_ verb: String, seed: UInt64) -> [String: String] {
    var words = ["command": verb, "scenario": scenario, "seed": "\(seed)"]
    words["generator"] = (generator ?? .philox4x64).rawValue
    if !strategies.isEmpty { words["strategies"] = strategies.joined(separator: "\n") }
    words["baseline"] = baseline
    if let precision {
      switch precision.precision {
      case .absolute(let width): words["precision.absolute"] = "\(width)"
      case .relative(let share): words["precision.relative"] = "\(share)"
      }
      words["precision.maximum"] = "\(precision.maximum)"
      if !precision.kpis.isEmpty {
        words["precision.kpis"] = precision.kpis.joined(separator: "\n")
      }
    }
    for (kpi, margin) in margins { words["margin.\(kpi)"] = "\(margin)" }
    for (kpi, mean) in controls { words["control.\(kpi)"] = "\(mean)" }
    if isIndependent { words["independent"] = "yes" }
    return words
  }

  /// The request that these words tell; nil if it is none.
  init?(words: [String: String]) {
    guard let scenario = words["scenario"], let seed = words["seed"].flatMap({ UInt64($0) }) else {
      return nil
    }
    func list(_ key: String) -> [String] {
      words[key]?.split(separator: "\n").map(String.init) ?? []
    }
    self.init(
      scenario: scenario, strategies: list("strategies"), baseline: words["baseline"],
      replications: words["replications"].flatMap { Int($0) }, seed: seed,
      generator: words["generator"].flatMap { GeneratorKind(rawValue: $0) })
    if let replications, !(1...10_000_000).contains(replications) { return nil }
    let absolute = words["precision.absolute"].flatMap { Double($0) }.map { Precision.absolute($0) }
    let relative = words["precision.relative"].flatMap { Double($0) }.map { Precision.relative($0) }
    if let precision = absolute ?? relative {
      self.precision = PrecisionRequest(
        precision, kpis: list("precision.kpis"),
        maximum: words["precision.maximum"].flatMap { Int($0) } ?? 1000)
    }
    isIndependent = words["independent"] == "yes"
    for (key, value) in words where key.hasPrefix("control.") {
      controls[String(key.dropFirst(8))] = Double(value)
    }
    for (key, value) in words where key.hasPrefix("margin.") {
      margins[String(key.dropFirst(7))] = Double(value)
    }
  }
}
