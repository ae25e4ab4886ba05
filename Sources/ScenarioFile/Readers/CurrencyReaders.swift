internal import Diagnostics
internal import Quantities

extension ValueReader where Value == String {
  /// An ISO 4217 code.
  public static var currency: ValueReader<String> {
    ValueReader(.currency, text: { $0 }) { node, context in
      guard let scalar = context.scalar(node, expected: ParameterType.currency.phrase) else {
        return nil
      }
      if CurrencyCodes.contains(scalar.text) { return scalar.text }
      context.reportCurrency(scalar.text, at: node.location)
      return nil
    }
  }
}

extension ValueReader where Value == [Named<Double>] {
  /// What one unit of other currencies is worth in the scenario's own.
  public static var exchangeRates: ValueReader<[Named<Double>]> {
    let rates = ValueReader<Double>.number(.positive).named
    return ValueReader(rates.type, text: rates.text) { node, context in
      let result = rates.read(node, context)
      for rate in result ?? [] where !CurrencyCodes.contains(rate.name) {
        context.reportCurrency(rate.name, at: rate.location)
      }
      return result
    }
  }
}

extension ValueReader where Value == [Named<[Named<Double>]>] {
  /// What one unit of other currencies is worth in the scenario's own, from days on.
  static var datedExchangeRates: ValueReader<[Named<[Named<Double>]>]> {
    let rates = ValueReader<Double>.number(.positive).named.named
    return ValueReader(rates.type, text: rates.text) { node, context in
      let result = rates.read(node, context)
      for currency in result ?? [] {
        if !CurrencyCodes.contains(currency.name) {
          context.reportCurrency(currency.name, at: currency.location)
        }
        for day in currency.value where CivilDate(day.name) == nil {
          context.error(
            .badDate, "expected \(ParameterType.date.phrase), found '\(day.name)'", at: day.location
          )
        }
      }
      return result
    }
  }
}

extension DecodingContext {
  func reportCurrency(_ code: String, at location: SourceLocation?) {
    let upper = code.uppercased()
    error(
      .unknownCurrency, "unknown currency '\(code)'", at: location,
      suggestion: CurrencyCodes.contains(upper) && upper != code ? upper : nil,
      help: ["currencies are written as ISO 4217 codes, such as USD, EUR, CNY or THB"])
  }
}
