internal import Quantities
public import RandomVariates
public import ScenarioFile

/// The way back of what customers refuse or return, and what it costs.
public struct ReturnFlow: Configurable {
  public var to: Located<String>?
  public var transit = Law.constant(4 * 86400)
  public var restock = Law.constant(0)
  public var perParcel = 0.0
  public var perMass = 0.0
  public var perRefused: Double?
  public var handling = 4.0
  public var paidBy = Commerce.Payer.seller
  public var refundsShipping = true
  public var referralRefunded = 1.0

  public init() {}

  public static let summary = "The way back of what customers refuse or return, and what it costs."
  public static let parameters: [Parameter<ReturnFlow>] = [
    .optionalReference(
      "to", \.to, to: "facility group",
      "Group whose nearest member takes parcels back; left out: the facility that they came from."),
    .law("transit", \.transit, .time, "From the door to the facility that takes it back."),
    .law("restock", \.restock, .time, "From grading until the goods are on hand again."),
    .quantity(
      "per_parcel", \.perParcel, .money, 0...1e4, "Price of a return parcel.", unit: "USD"),
    .quantity(
      "per_kg", \.perMass, .moneyPerMass, 0...1e4, "Price per weight of a parcel that goes back.",
      unit: "USD/kg"),
    .optionalQuantity(
      "per_refused", \.perRefused, .money, 0...1e4,
      "Price of a parcel that goes back to its sender undelivered; left out: that of a return parcel.",
      unit: "USD"),
    .quantity(
      "handling", \.handling, .money, 0...1e4,
      "Cost of handling a parcel that is back, besides the work at stations.", unit: "USD",
      source: "RET"),
    .choice(
      "paid_by", \.paidBy, of: Commerce.Payer.self,
      "Who pays for return parcels; undelivered ones are paid for by the seller unless by the platform."
    ),
    .flag(
      "refunds_shipping", \.refundsShipping,
      "Whether who returns all of a shipment gets back what was paid for shipping, too."),
    .fraction(
      "referral_refunded", \.referralRefunded,
      "Part of the referral fee that the seller gets back for returned lines."),
  ]
}
