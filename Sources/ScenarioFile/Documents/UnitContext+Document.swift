public import Quantities

extension UnitContext {
  /// The day on which the calendar of a document starts that does not say so.
  public static let standardStart = CivilDateTime("2026-11-02")!

  /// Reads `currency:`, `exchange_rates:` and `dated_exchange_rates:` at the top of a document, skipping what
  /// is wrong there. Dated rates are those of the day on which the calendar starts.
  init(topOf root: Node?) {
    self.init()
    if let code = root?["currency"]?.scalar?.text, CurrencyCodes.contains(code) { currency = code }
    for entry in root?["exchange_rates"]?.mapping ?? [] {
      if let rate = Self.rate(entry.value) { rates[entry.key.value] = rate }
    }
    let start = root?["experiment"]?["start"]?.scalar.flatMap { CivilDateTime($0.text) }
    let today = (start ?? Self.standardStart).date
    for entry in root?["dated_exchange_rates"]?.mapping ?? [] {
      let dated = (entry.value.mapping ?? []).compactMap { row in
        CivilDate(row.key.value).flatMap { day in Self.rate(row.value).map { (day, $0) } }
      }
      if let latest = dated.filter({ $0.0 <= today }).max(by: { $0.0 < $1.0 }) {
        rates[entry.key.value] = latest.1
      }
    }
  }

  private static func rate(_ node: Node) -> Double? {
    guard let text = node.scalar?.text, let rate = Double(text), rate > 0, rate.isFinite else {
      return nil
    }
    return rate
  }
}
