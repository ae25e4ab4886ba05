/// What money units mean in one scenario: its currency and what others are worth in it.
public struct UnitContext: Hashable, Sendable {
  /// ISO 4217 code; quantities of money are counted in it.
  public var currency: String
  /// What one unit of another currency is worth in `currency`, such as `["THB": 0.028]`.
  public var rates: [String: Double]

  public init(currency: String = "USD", rates: [String: Double] = [:]) {
    self.currency = currency
    self.rates = rates
  }

  /// For units that parameters declare: every currency stands for the scenario's own.
  static let declared = UnitContext(currency: "USD")

  func worth(of code: String) -> Double? {
    code == currency ? 1 : rates[code]
  }
}
