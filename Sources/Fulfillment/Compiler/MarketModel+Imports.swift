internal import Diagnostics
internal import ScenarioFile

/// Goods as customs tells them apart.
extension MarketModel {
  /// The row of a class and an origin in `dutyCodes`.
  mutating func dutyCode(_ dutyClass: Located<String>?, _ origin: String) -> Int32 {
    let code = DutyCode(dutyClass: dutyClass?.value ?? DutyCode.general, origin: origin)
    if let row = dutyCodes.firstIndex(of: code) { return Int32(row) }
    dutyCodes.append(code)
    return Int32(dutyCodes.count - 1)
  }
}

extension Scenario {
  /// Warns of duty classes of goods that no duty names, though duties name classes.
  func warnOfClasses(_ sink: DiagnosticSink) {
    let rules = strategies.flatMap(\.value.facilities).compactMap(\.value.imports)
    let named = Set(rules.flatMap { $0.duties + $0.taxes }.map(\.dutyClass)).subtracting([""])
    guard !named.isEmpty else { return }
    let classes =
      market.categories.compactMap(\.value.dutyClass)
      + market.sellers.flatMap(\.value.products).compactMap(\.dutyClass)
    for dutyClass in classes
    where !named.contains(dutyClass.value) && dutyClass.value != DutyCode.general {
      sink.warning(
        "unused-class", "no duty or tax names the class '\(dutyClass.value)'",
        at: dutyClass.location,
        suggestion: Spelling.nearest(to: dutyClass.value, among: named.sorted()),
        help: [
          "only duties of all classes apply to these goods: \(named.sorted().joined(separator: ", ")) have others"
        ])
    }
  }
}
