internal import Quantities

extension UnitContext {
  /// Reads `currency:` and `exchange_rates:` at the top of a document, skipping what is wrong there.
  init(topOf root: Node?) {
    self.init()
    if let code = root?["currency"]?.scalar?.text, CurrencyCodes.contains(code) { currency = code }
    for entry in root?["exchange_rates"]?.mapping ?? [] {
      guard let text = entry.value.scalar?.text, let rate = Double(text), rate > 0, rate.isFinite
      else { continue }
      rates[entry.key.value] = rate
    }
  }
}
