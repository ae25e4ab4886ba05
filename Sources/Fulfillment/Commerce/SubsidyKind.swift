public import Quantities
public import ScenarioFile

/// A kind of subsidy: what of an order the platform adds to, and who gets it. To add one: a file here and a
/// line in `Registrations.subsidies`.
public protocol SubsidyKind: Configurable {
  var terms: SubsidyTerms { get }
  /// What its share is of.
  var basis: SubsidyBasis { get }
}

/// What a subsidy is a share of; its receiver is whoever pays that.
public enum SubsidyBasis: Sendable {
  /// The price of the goods, to the buyer.
  case price
  /// The shipping fee, to the buyer.
  case shippingFee
  /// The referral fee, to the seller.
  case referralFee
  /// What carriers are paid for the first and the last mile, to whoever pays for shipping.
  case shippingCost
  /// The listing fee, to the seller.
  case listingFee
}

/// How much, for whom, from when until when, and until which budget is spent.
public struct SubsidyTerms: Configurable {
  public var share = 1.0
  public var upTo: Double?
  public var budget: Double?
  public var from: CivilDate?
  public var until: CivilDate?
  public var sellers: [Located<String>] = []

  public init() {}

  public static let summary = "Share, budget and dates of a subsidy."
  public static let parameters: [Parameter<SubsidyTerms>] = [
    .fraction("share", \.share, "Share that the platform pays."),
    .optionalQuantity(
      "up_to", \.upTo, .money, 0...1e9, "Most that it pays for one order.", unit: "USD"),
    .optionalQuantity(
      "budget", \.budget, .money, 0...1e12,
      "Spent in the order in which orders come in, from the start of the calendar or `from`; the order that empties it gets what is left. Left out: without limit.",
      unit: "USD"),
    .optionalDate("from", \.from, "First day, in the market's calendar."),
    .optionalDate("until", \.until, "First day on which it is over."),
    .references(
      "sellers", \.sellers, to: "seller", "Cohorts whose orders it is for; all if left out."),
  ]

  public func check(_ report: RecordReport) {
    guard let from, let until, until <= from else { return }
    report.error(
      "bad-dates", "'until' is the first day on which it is over: \(until) is not after \(from)",
      at: "until")
  }
}
