extension QuantityScanner {
  /// An error that says what an unknown unit probably meant.
  func unknownUnit(_ name: String, at start: Int, length: Int, in context: UnitContext)
    -> QuantityError
  {
    var error = QuantityError(
      .unknownUnit, "unknown unit '\(name)'", offset: start, length: length)
    if let hint = Self.hints[name] {
      error.help = hint
    } else if CurrencyCodes.contains(name.uppercased()) {
      error.suggestion = name.uppercased()
    } else if let known = UnitTable.entry(named: name.lowercased()) {
      error.suggestion = known.names.contains(name.lowercased()) ? name.lowercased() : nil
    } else {
      error.suggestion = Self.nearest(to: name, among: UnitTable.allNames + [context.currency])
    }
    return error
  }

  private static let hints: [String: String] = [
    "$": "write the currency's code behind the number, such as '12 USD/kg'",
    "€": "write the currency's code behind the number, such as '12 EUR/kg'",
    "£": "write the currency's code behind the number, such as '12 GBP/kg'",
    "¥": "write the currency's code behind the number, such as '12 CNY/kg' or '12 JPY/kg'",
    "฿": "write the currency's code behind the number, such as '99 THB'",
    "M": "write 'month', 'min' or 'm'; a million is 1e6",
    "k": "a thousand is 1e3, such as '5e3 orders/day'",
    "ton": "write 't' (1000 kg) or 'short_ton' (2000 lb)",
    "tons": "write 't' (1000 kg) or 'short_ton' (2000 lb)",
    "business": "business days depend on a calendar; write calendar days, such as '3 d'",
    "working": "working days depend on a calendar; write calendar days, such as '3 d'",
  ]

  /// The candidate one edit away, or two for words of six letters and more.
  private static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = word.count >= 6 ? 2 : 1
    guard word.count >= 2, word.count <= 32 else { return nil }
    let target = Array(word.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for name in candidates where abs(name.count - target.count) <= limit {
      let distance = editDistance(target, Array(name.lowercased().unicodeScalars))
      if distance <= limit, distance < name.count, best.map({ distance < $0.distance }) ?? true {
        best = (distance, name)
      }
    }
    return best?.name
  }

  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        current.append(min(last[j + 1] + 1, current[j] + 1, last[j] + (x == y ? 0 : 1)))
      }
      last = current
    }
    return last[b.count]
  }
}
