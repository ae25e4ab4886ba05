/// Why a text is not the quantity that was expected, and where in the text.
public struct QuantityError: Error, Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable {
    case notAQuantity = "bad-quantity"
    case missingUnit = "missing-unit"
    case unknownUnit = "unknown-unit"
    case wrongDimension = "wrong-unit"
    case noExchangeRate = "no-exchange-rate"
  }

  public var reason: Reason
  public var message: String
  /// First Unicode scalar of the faulty part, from 0.
  public var offset: Int
  /// Unicode scalars of the faulty part.
  public var length: Int
  /// What the faulty part should probably be.
  public var suggestion: String?
  public var help: String?

  public init(
    _ reason: Reason, _ message: String, offset: Int, length: Int, suggestion: String? = nil,
    help: String? = nil
  ) {
    self.reason = reason
    self.message = message
    self.offset = offset
    self.length = length
    self.suggestion = suggestion
    self.help = help
  }
}
