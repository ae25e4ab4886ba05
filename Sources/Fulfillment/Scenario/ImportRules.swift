public import Quantities
public import ScenarioFile

/// What is due when goods come into a country, by the kind of goods, where they come from and the day.
///
/// Duties of all rows that apply to a line are added, as tariffs are; the value that stays free of them
/// is that of the first row of `exemptions` that applies. What is due is posted when a shipment is
/// declared, by the rules of that day, or of the day of `rules_of` whatever the day is.
public struct ImportRules: Configurable {
  public var duty = 0.0
  public var deMinimis = 0.0
  public var brokerage = 0.0
  public var tax = 0.0
  public var taxExemption = 0.0
  public var duties: [Levy] = []
  public var exemptions: [Exemption] = []
  public var taxes: [Levy] = []
  public var taxExemptions: [Exemption] = []
  public var origin = ""
  public var rulesOf: CivilDate?

  public init() {}

  public static let summary = "Duties, taxes and exemptions of imports, by goods, origin and day."
  public static let parameters: [Parameter<ImportRules>] = [
    .fraction(
      "duty", \.duty, "Duty on the value of shipments above de minimis.", source: "TAR26"),
    .quantity(
      "de_minimis", \.deMinimis, .money, 0...1e6,
      "Value up to which no duty is due, where no row of `exemptions` applies.",
      unit: "USD", source: "DM"),
    .quantity(
      "brokerage", \.brokerage, .money, 0...1000, "Entry and brokerage per parcel.", unit: "USD"),
    .fraction("tax", \.tax, "Import VAT or GST on value and duty."),
    .quantity(
      "tax_exemption", \.taxExemption, .money, 0...1e6,
      "Value up to which no tax is due, where no row of `tax_exemptions` applies.", unit: "USD"),
    .records(
      "duties", \.duties, Levy.self,
      "Further duties by class of goods, origin and days; all that apply are added.",
      source: "TAR26"),
    .records(
      "exemptions", \.exemptions, Exemption.self,
      "De minimis by origin and days; the first row that applies.", source: "DM"),
    .records(
      "taxes", \.taxes, Levy.self, "Further taxes, added like duties, on value and duty."),
    .records(
      "tax_exemptions", \.taxExemptions, Exemption.self,
      "Values free of tax by origin and days; the first row that applies."),
    .text("origin", \.origin, "Origin of goods of which none is given."),
    .optionalDate(
      "rules_of", \.rulesOf, "The day whose rules hold all the time; left out: each day's own."),
  ]

  /// Whether nothing depends on the day, the goods or their origin.
  var isPlain: Bool {
    duties.isEmpty && exemptions.isEmpty && taxes.isEmpty && taxExemptions.isEmpty && tax == 0
  }
}

/// Days, goods and origin that a rule is about.
public struct RuleScope: Configurable {
  public var from: CivilDate?
  public var until: CivilDate?
  public var origin = ""

  public init() {}

  public static let summary = "Days and origin that a rule is about."
  public static let parameters: [Parameter<RuleScope>] = [
    .optionalDate("from", \.from, "First day it holds; left out: ever since."),
    .optionalDate("until", \.until, "First day it no longer holds; left out: for good."),
    .text("origin", \.origin, "Only of goods of this origin; left out: of any."),
  ]

  func holds(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date < $0 } ?? true)
  }

  func concerns(origin other: String) -> Bool { origin.isEmpty || origin == other }

  /// It must not be over before it begins.
  public func check(_ report: RecordReport) {
    guard let from, let until, until <= from else { return }
    report.error(
      "bad-dates", "'until' is the first day on which it is over: \(until) is not after \(from)",
      at: "until")
  }
}

/// A duty or a tax on goods that come in.
public struct Levy: Configurable {
  public var scope = RuleScope()
  public var dutyClass = ""
  public var rate = 0.0
  public var perParcel = 0.0
  public var perMass = 0.0

  public init() {}

  public static let summary = "A duty or tax: a share of the value, an amount per parcel or weight."
  public static let parameters: [Parameter<Levy>] =
    RuleScope.parameters.lifted(\.scope) + [
      .text(
        "class", \.dutyClass, "Only of goods of this duty class; left out: of all goods."),
      .number("rate", \.rate, 0...20, "Share of the value, such as 17.5 %."),
      .quantity(
        "per_parcel", \.perParcel, .money, 0...1e5, "Amount per parcel, as of postal items.",
        unit: "USD", source: "DM"),
      .quantity("per_kg", \.perMass, .moneyPerMass, 0...1e5, "Amount per weight.", unit: "USD/kg"),
    ]

  public func check(_ report: RecordReport) { scope.check(report) }
}

/// A value up to which nothing is due.
public struct Exemption: Configurable {
  public var scope = RuleScope()
  public var value = 0.0

  public init() {}

  public static let summary = "A value of shipments up to which nothing is due."
  public static let parameters: [Parameter<Exemption>] =
    RuleScope.parameters.lifted(\.scope) + [
      .quantity(
        "value", \.value, .money, 0...1e6, "Value up to which nothing is due.", unit: "USD",
        source: "DM", required: true)
    ]

  public func check(_ report: RecordReport) { scope.check(report) }
}
