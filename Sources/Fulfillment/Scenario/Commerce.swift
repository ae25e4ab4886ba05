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
  public var freeShippingFrom: Double?
  public var fees: [Named<Fee>] = []
  public var listingFee = 0.0
  public var storageFees: [StorageFee] = []
  public var storageFreeFor = 0.0
  public var capitalCost = 0.0
  public var subsidies: [Named<any SubsidyKind>] = []

  /// Who bears the costs of the facilities that are not sellers' own.
  public enum Operator: String, CaseIterable, Sendable {
    case independent, platform
  }

  public init() {}

  /// Whether it says more than flat rates, so that who gains and who pays is part of the question.
  public var isDetailed: Bool {
    !fees.isEmpty || !subsidies.isEmpty || freeShippingFrom != nil || listingFee > 0
      || !storageFees.isEmpty || capitalCost > 0
  }

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
    .optionalQuantity(
      "free_shipping_from", \.freeShippingFrom, .money, 0...1e9,
      "Worth of the goods from which an order pays no shipping fee.", unit: "USD", source: "FT2"),
    .choice(
      "shipping_paid_by", \.shippingPaidBy, of: Payer.self,
      "Who pays for the last mile; a shipping fee goes to them, or to the platform if buyers pay themselves."
    ),
    .choice(
      "operated_by", \.operatedBy, of: Operator.self,
      "Who runs the facilities that are not sellers' own, bears their costs and gets the fulfillment fee."
    ),
    .named(
      "fees", \.fees, Fee.self,
      "Fees by date, size tier and units, each charged; sellers with a fee of referral or fulfillment pay it instead of the flat one."
    ),
    .quantity(
      "listing_fee", \.listingFee, .moneyPerTime, 0...1e6,
      "Paid by sellers to the platform for each SKU and time.", unit: "USD/d"),
    .records(
      "storage_fees", \.storageFees, StorageFee.self,
      "What sellers pay for their stock in facilities that are not their own."),
    .quantity(
      "storage_free_for", \.storageFreeFor, .time, 0...3650,
      "Days in stock before storage fees begin; units leave first in, first out.", unit: "d",
      source: "FT11"),
    .fraction(
      "capital_cost", \.capitalCost, 0...10,
      "Yearly cost of the capital that sellers have in goods: in stock, on order, on the way to the door."
    ),
    .namedVariants(
      "subsidies", \.subsidies, Registrations.subsidies, "What the platform adds, by name."),
  ]
}
