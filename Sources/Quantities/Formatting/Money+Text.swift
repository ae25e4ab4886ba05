extension Money {
  /// With the currency's code, such as "8.55 USD".
  public func text(currency: String, decimals: Int = 2) -> String {
    "\(NumberText.fixed(amount, decimals: decimals)) \(currency)"
  }

  /// With the currency's sign where it has a well-known one, such as "$8.55" or "-$0.40".
  public func signedText(currency: String, decimals: Int = 2) -> String {
    guard let sign = Self.signs[currency] else {
      return text(currency: currency, decimals: decimals)
    }
    let number = NumberText.fixed(abs(amount), decimals: decimals)
    return (amount < 0 && number.contains { $0 > "0" && $0 <= "9" } ? "-" : "") + sign + number
  }

  private static let signs = [
    "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "THB": "฿", "INR": "₹",
    "VND": "₫", "KRW": "₩", "PHP": "₱",
  ]
}
