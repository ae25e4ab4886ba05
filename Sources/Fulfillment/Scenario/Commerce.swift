internal import Quantities
public import ScenarioFile

/// Fees between the parties, and who pays for shipping. Transfers: they move money, not cost to serve.
public struct Commerce: Configurable {
  public enum Payer: String, CaseIterable, Sendable {
    case buyer, seller, platform
  }
  public var referralFee = 0.06
  public var fulfillmentFee = 0.0
  public var shippingFee = 0.0
  public var shippingPaidBy = Payer.seller
  public var operatedBy = Operator.independent

  /// Who bears the costs of the facilities that are not sellers' own.
  public enum Operator: String, CaseIterable, Sendable {
    case independent, platform
  }

  public init() {}

  public static let summary = "Referral and fulfillment fees, and who pays for shipping."
  public static let parameters: [Parameter<Commerce>] = [
    .fraction(
      "referral_fee", \.referralFee, "Share of the price the seller pays the platform.",
      source: "FT5"),
    .quantity(
      "fulfillment_fee", \.fulfillmentFee, .money, 0...1e6,
      "Fee per unit the seller pays whoever fulfills.", unit: "USD", source: "FT2"),
    .quantity(
      "shipping_fee", \.shippingFee, .money, 0...1e6, "Fee per order the buyer pays for shipping.",
      unit: "USD", source: "FT2"),
    .choice(
      "shipping_paid_by", \.shippingPaidBy, of: Payer.self,
      "Who pays for the last mile; a shipping fee goes to them, or to the platform if buyers pay themselves."
    ),
    .choice(
      "operated_by", \.operatedBy, of: Operator.self,
      "Who runs the facilities that are not sellers' own, bears their costs and gets the fulfillment fee."
    ),
  ]
}
