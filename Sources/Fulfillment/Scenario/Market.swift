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
  public var promise = Promise()
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
    .record(
      "promise", \.promise, Promise.self, "What customers expect: strategies are judged by it."),
    .namedDates(
      "holidays", \.holidays,
      "Calendars of holidays by name, each a list of days; what keeps one names it."),
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
    report.requireWeight("zones", zones.map(\.weight), named: "weight")
  }
}
