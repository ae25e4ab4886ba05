public import Quantities
public import ScenarioFile

/// At every review, orders what the forecast says is needed to have so many days of supply.
public struct DaysOfSupply: ReplenishmentPolicy {
  public var every = 86400.0
  public var weekdays = Weekdays.all
  public var days = 14.0 * 86400
  public var safety = 0

  public init() {}

  public static let summary = "At every review, orders up to so many days of the demand forecast."
  public static let parameters: [Parameter<DaysOfSupply>] = [
    .quantity(
      "every", \.every, .time, 0.001...365,
      "Between reviews, from each local midnight; over a day, from the first one.", unit: "d"),
    .weekdays("weekdays", \.weekdays, "Days on which stock is reviewed."),
    .quantity(
      "days", \.days, .time, 0...3650,
      "Days of demand, forecast or else expected, to have on hand and on order.", unit: "d"),
    .integer("safety", \.safety, 0...500_000_000, "Units besides [units]."),
  ]

  public func check(_ report: RecordReport) {
    guard weekdays.days.isEmpty else { return }
    report.error("no-days", "stock is never reviewed: 'weekdays' is empty", at: "weekdays")
  }

  public var review: Departures? { Departures(every: every, days: weekdays) }

  public func levels(demand: Double) -> StockLevels {
    let level = safety + StockLevels.units(nil, days: days, demand: demand, least: 0)
    return StockLevels(reorderPoint: level - 1, orderUpTo: level)
  }
}
