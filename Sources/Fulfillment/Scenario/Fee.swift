public import Quantities
public import ScenarioFile

/// A fee that sellers pay for their orders, by date, by size tier and by the units of the order.
public struct Fee: Configurable {
  public enum Kind: String, CaseIterable, Sendable {
    /// To the platform, for the sale.
    case referral
    /// To whoever runs the facility, for units that ship from one that is not the seller's own.
    case fulfillment
    /// To whoever runs the facilities, for every order, wherever it ships from.
    case logistics
  }
  public var kind = Kind.referral
  public var sellers: [Located<String>] = []
  public var density: Double?
  public var rates: [FeeRate] = []

  public init() {}

  public static let summary = "A fee of every order: rates by date, size tier and units."
  public static let parameters: [Parameter<Fee>] = [
    .choice(
      "account", \.kind, of: Kind.self,
      "What it is for: referral (of the sale), fulfillment (units that do not ship from the seller's own site), logistics (every order)."
    ),
    .references(
      "sellers", \.sellers, to: "seller", "Cohorts that pay it; all if left out."),
    .optionalQuantity(
      "dimensional_weight", \.density, .massPerVolume, 1...10_000,
      "Weight that a volume counts as if it weighs less; left out, size tiers go by weight alone.",
      unit: "kg/m3", source: "FT2"),
    .records("rates", \.rates, FeeRate.self, "What is charged, and for what.", required: true),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("rates", rates.count, "rate")
  }
}

/// One rate of a fee.
public struct FeeRate: Configurable {
  public var from: CivilDate?
  public var unitsFrom = 1
  public var upTo: Double?
  public var upToVolume: Double?
  public var upToPrice: Double?
  public var share = 0.0
  public var cap: Double?
  public var perOrder = 0.0
  public var perUnit = 0.0
  public var perMass = 0.0
  public var above = 0.0

  public init() {}

  public static let summary =
    "A rate of a fee: of the rates of the latest date, the first whose limits hold the unit."
  public static let parameters: [Parameter<FeeRate>] = [
    .optionalDate(
      "from", \.from,
      "Orders placed from this day on (the market's calendar), until the next date's rates; left out: from the beginning."
    ),
    .integer(
      "units_from", \.unitsFrom, 1...10_000,
      "Orders of at least that many units; of several, the highest that the order reaches."),
    .optionalQuantity(
      "up_to", \.upTo, .mass, 0.0001...1e5,
      "Heaviest unit of the tier; the last rate holds what is beyond.", unit: "kg"),
    .optionalQuantity(
      "up_to_volume", \.upToVolume, .volume, 1e-9...1e4, "Largest unit of the tier.", unit: "m3"),
    .optionalQuantity(
      "up_to_price", \.upToPrice, .money, 0...1e9, "Dearest unit of the tier.", unit: "USD"),
    .fraction("share", \.share, "Share of the price.", source: "FT5"),
    .optionalQuantity(
      "cap", \.cap, .money, 0...1e9, "Most that the share of a unit's price comes to.",
      unit: "USD", source: "FT8"),
    .quantity(
      "per_order", \.perOrder, .money, 0...1e6,
      "Once per order; of an order of several SKUs, the highest.", unit: "USD", source: "FT9"),
    .quantity(
      "per_unit", \.perUnit, .money, 0...1e6, "Per unit.", unit: "USD", source: "FBA25"),
    .quantity(
      "per_kg", \.perMass, .moneyPerMass, 0...1e5, "Per weight of a unit beyond `above`.",
      unit: "USD/kg", source: "FBA25"),
    .quantity(
      "above", \.above, .mass, 0...1e5, "Weight that `per_kg` leaves out.", unit: "kg"),
  ]
}
