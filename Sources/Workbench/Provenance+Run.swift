internal import Fulfillment
internal import RandomVariates
internal import Reports
internal import ScenarioFile
internal import Statistics

extension LoadedScenario {
  /// What it takes to run this again.
  func provenance(_ request: RunRequest, compares: Bool, seed: UInt64) -> Provenance {
    let market = model.scenario.market
    let texts = document.files.filter { $0.role == .scenario }.map { file in
      Provenance.File(name: file.name, text: String(decoding: file.bytes, as: UTF8.self))
    }
    return Provenance(
      command: request.command(compares ? "compare" : "run", seed: seed),
      question: model.scenario.question, files: texts,
      promiseHours: market.promise.days == nil ? market.promise.within / 3600 : nil)
  }

  /// Published figures beside those of a run, where it has them.
  func calibration(in summary: Summary) -> [CalibrationSummary.Target] {
    model.scenario.calibration.compactMap { target in
      let name = target.strategy?.value ?? model.strategyNames[0]
      guard let strategy = summary.strategies.first(where: { $0.name == name }),
        let kpi = strategy.kpi(target.kpi.value)
      else { return nil }
      return CalibrationSummary.Target(
        id: "\(model.scenario.name)/\(name)/\(kpi.name)", about: target.about,
        source: target.source, published: target.publishedRange, accepted: target.bounds,
        simulated: kpi.mean, halfWidth: kpi.halfWidth, unit: kpi.unit, why: target.why)
    }
  }
}

extension RunRequest {
  /// The command line that asks for the same run.
  func command(_ verb: String, seed: UInt64) -> String {
    var words = ["ploy", verb, scenario]
    for name in strategies { words += ["--strategy", name] }
    if let baseline { words += ["--baseline", baseline] }
    if let replications { words += ["--replications", "\(replications)"] }
    words += ["--seed", "\(seed)"]
    for (kpi, margin) in margins.sorted(by: { $0.key < $1.key }) {
      words += ["--margin", "\(kpi)=\(margin)"]
    }
    if isIndependent { words.append("--independent") }
    for (kpi, mean) in controls.sorted(by: { $0.key < $1.key }) {
      words += ["--control", "\(kpi)=\(mean)"]
    }
    if findsWarmUp { words += ["--warm-up", "auto"] }
    if let generator { words += ["--generator", generator.rawValue] }
    return words.map(RunRequest.quoted).joined(separator: " ")
  }

  /// As a shell takes it for one word.
  private static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,=".contains($0))
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
