/// How amounts of a currency are written.
struct Currency {
  private let symbol: String
  private let isPrefix: Bool

  /// - Parameter code: ISO 4217; codes without a common symbol follow the amount.
  init(_ code: String) {
    let symbols = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹"]
    symbol = symbols[code] ?? (code.isEmpty ? "" : " " + code)
    isPrefix = symbols[code] != nil
  }

  /// Two decimals, and the sign before the symbol.
  func text(_ amount: Double, isSigned: Bool = false) -> String {
    text(amount, number: isSigned ? NumberText.signed(amount, 2) : NumberText.fixed(amount, 2))
  }

  /// With the amount written as `number`.
  func text(_ amount: Double, number: String) -> String {
    guard isPrefix else { return number + symbol }
    guard let sign = number.first, sign == "+" || sign == "\u{2212}" else {
      return symbol + number
    }
    return String(sign) + symbol + number.dropFirst()
  }
}
