public import Quantities
public import ScenarioFile

/// Who buys what from whom, the same for every strategy.
public struct Market: Configurable {
  public enum Geometry: String, CaseIterable, Sendable {
    case sphere, plane
  }
  public var timeZone = CivilTimeZone.utc
  public var geometry = Geometry.sphere
  public var scale = 1.0
  public var growth = 0.0
  public var growthFrom: CivilDate?
  public var months: [Double] = []
  public var promotions: [Named<any PromotionKind>] = []
  public var promise = Promise()
  public var response: PromiseResponse?
  public var holidays: [Named<[CivilDate]>] = []
  public var zones: [Zone] = []
  public var categories: [Named<Category>] = []
  public var sellers: [Named<SellerCohort>] = []
  public var demand: [Named<any DemandKind>] = []
  public var customers: Customers?

  public init() {}

  public static let summary = "Demand zones, catalog, sellers and demand sources."
  public static let parameters: [Parameter<Market>] = [
    .timeZone("time_zone", \.timeZone, "Time zone of the calendar and of places that name none."),
    .choice(
      "geometry", \.geometry, of: Geometry.self,
      "sphere: latitude and longitude; plane: x and y with straight-line distances."),
    .number("scale", \.scale, 1e-9...1e9, "Multiplies every demand source."),
    .fraction(
      "growth", \.growth, -0.99...10,
      "Growth of all demand per year, day by day; 11.7 % for online sales in Asia [STAT]."),
    .optionalDate(
      "growth_from", \.growthFrom,
      "Day of which the sources' rates hold; the start of the calendar if left out."),
    .numbers(
      "months", \.months, 0...1000,
      "12 factors of the months from January, scaled to mean 1: the season."),
    .namedVariants(
      "promotions", \.promotions, Registrations.promotions,
      "Sales and peak days; where some overlap, the shortest counts."),
    .record(
      "promise", \.promise, Promise.self, "What customers expect: strategies are judged by it."),
    .namedDates(
      "holidays", \.holidays,
      "Calendars of holidays by name, each a list of days; what keeps one names it."),
    .optionalRecord(
      "response", \.response, PromiseResponse.self,
      "Fewer orders come the later a strategy promises delivery; all come if left out."),
    .records("zones", \.zones, Zone.self, "Demand points.", required: true),
    .named(
      "categories", \.categories, Category.self, "What is sold: price, weight and volume laws."),
    .named("sellers", \.sellers, SellerCohort.self, "Cohorts of sellers.", required: true),
    .namedVariants(
      "demand", \.demand, Registrations.demand, "Sources of orders.", required: true),
    .optionalRecord(
      "customers", \.customers, Customers.self,
      "What customers do besides ordering; left out: they wait and keep what they get."),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("zones", zones.count, "zone")
    report.requireSome("sellers", sellers.count, "cohort")
    report.requireSome("demand", demand.count, "source of orders")
    if report.gives("months") {
      if months.count != 12 {
        report.error(
          "bad-profile", "expected 12 factors, one per month, found \(months.count)", at: "months")
      } else if months.allSatisfy({ $0 == 0 }) {
        report.error("bad-profile", "all months have the factor 0", at: "months")
      }
    }
    report.requireWeight("zones", zones.map(\.weight), named: "weight")
  }
}
