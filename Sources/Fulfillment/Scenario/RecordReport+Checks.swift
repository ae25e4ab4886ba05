internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Checks that several records make.
extension RecordReport {
  /// A list or mapping must have an entry.
  func requireSome(_ key: String, _ count: Int, _ what: String) {
    guard count == 0 else { return }
    error("empty-list", "'\(key)' is empty: at least one \(what) is needed", at: key)
  }

  /// Of weights that only count relative to each other, one must be above 0.
  func requireWeight(_ key: String, _ weights: [Double], named name: String) {
    guard !weights.isEmpty, weights.allSatisfy({ $0 == 0 }) else { return }
    error("no-weight", "all \(key) have \(name) 0", at: key, help: ["one must be above 0"])
  }

  /// Two parameters that say the same in different ways.
  func refuseBoth(_ first: String, _ second: String) {
    guard gives(first), gives(second) else { return }
    error(
      "conflicting-keys", "give '\(first)' or '\(second)', not both", at: second,
      help: ["to drop what a preset says, write \(first): null or \(second): null"])
  }

  /// Factors by the hour must be 24, or none.
  func requireHours(_ key: String, _ factors: [Double]) {
    guard !factors.isEmpty, factors.count != 24 else { return }
    error("bad-profile", "expected 24 factors, one per hour, found \(factors.count)", at: key)
  }

  /// Hours in which something happens must be open at some time.
  func requireOpen(_ key: String, _ hours: WeeklyHours) {
    guard hours.secondsPerWeek == 0 else { return }
    error(
      "never-open", "'\(key)' is never open: no order would get any further", at: key,
      help: ["write for example 'mon-fri 09:00-17:00' or 'always'"])
  }

  func requireMean(of law: Law, _ key: String, atMost limit: Double, _ text: String) {
    guard law.mean > limit else { return }
    error("out-of-bounds", "'\(key)' must be at most \(text) in the mean", at: key)
  }

  /// A reorder point must lie below the level ordered up to.
  func requireOrder(of low: Int, _ lowKey: String, below high: Int, _ highKey: String) {
    guard low >= high else { return }
    error(
      "bad-levels", "'\(lowKey)' must be less than '\(highKey)', found \(low) and \(high)",
      at: highKey)
  }

  /// Lines per order and units per line: few enough, and whole numbers.
  func requireBasket(lines: Law, units: Law) {
    for (key, law, limit) in [("lines", lines, 100.0), ("units", units, 10_000.0)] {
      if law.mean > limit {
        error(
          "out-of-bounds", "'\(key)' must be at most \(NumberText.short(limit)) in the mean",
          at: key)
      } else if !law.isWhole {
        warning(
          "not-whole", "'\(key)' are whole numbers: what this law draws is rounded down", at: key,
          help: ["laws of whole numbers: poisson, geometric, binomial, discrete with whole values"])
      }
    }
  }
}

extension Law {
  /// Whether every variate is a whole number.
  fileprivate var isWhole: Bool {
    guard factor == 1 else { return false }
    if LawFamily.named(kind)?.isInteger ?? false { return true }
    guard kind == "discrete" || isConstant else { return false }
    let values = parameters.first { $0.name == "values" }?.values ?? [mean]
    return values.allSatisfy { $0 == $0.rounded() }
  }
}
