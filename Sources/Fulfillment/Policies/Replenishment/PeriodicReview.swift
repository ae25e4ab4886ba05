public import Quantities
public import ScenarioFile

/// (R, S) and (R, s, S): looked at by the clock only.
public struct PeriodicReview: ReplenishmentPolicy {
  public var every = 7.0 * 86400
  public var days = Weekdays.all
  public var orderUpTo: Int?
  public var orderUpToDays = 21.0 * 86400
  public var reorderPoint: Int?
  public var reorderDays: Double?

  public init() {}

  public static let summary =
    "At every review, orders up to S: (R, S); only at or below s: (R, s, S)."
  public static let parameters: [Parameter<PeriodicReview>] = [
    .quantity(
      "every", \.every, .time, 0.001...365,
      "R, from each local midnight; over a day, from the first one.", unit: "d"),
    .weekdays("days", \.days, "Days on which stock is reviewed."),
    .optionalInteger("order_up_to", \.orderUpTo, 0...500_000_000, "S [units]."),
    .quantity(
      "order_up_to_days", \.orderUpToDays, .time, 0...3650, "S as days of mean demand.", unit: "d"),
    .optionalInteger(
      "reorder_point", \.reorderPoint, -1...500_000_000, "s [units]; left out: S - 1."),
    .optionalQuantity(
      "reorder_days", \.reorderDays, .time, 0...3650, "s as days of mean demand.", unit: "d"),
  ]

  public func check(_ report: RecordReport) {
    report.requireReviews(days)
    report.refuseBoth("reorder_point", "reorder_days")
    if let reorderPoint, let orderUpTo {
      report.requireOrder(of: reorderPoint, "reorder_point", below: orderUpTo, "order_up_to")
    } else if let reorderDays, orderUpTo == nil, reorderDays >= orderUpToDays {
      report.error(
        "bad-levels", "'reorder_days' must be less than 'order_up_to_days'", at: "reorder_days")
    }
  }

  public var review: Departures? { Departures(every: every, days: days) }

  public func levels(demand: Double) -> StockLevels {
    let high = StockLevels.units(orderUpTo, days: orderUpToDays, demand: demand, least: 1)
    guard reorderPoint != nil || reorderDays != nil else {
      return StockLevels(reorderPoint: high - 1, orderUpTo: high)
    }
    let low = StockLevels.units(reorderPoint, days: reorderDays ?? 0, demand: demand, least: 0)
    return StockLevels(reorderPoint: low, orderUpTo: max(high, low + 1))
  }
}

extension RecordReport {
  /// Stock must be reviewed at some time.
  func requireReviews(_ days: Weekdays) {
    guard days.days.isEmpty else { return }
    error("no-days", "stock is never reviewed: 'days' is empty", at: "days")
  }
}

extension Departures {
  /// A timetable of reviews.
  init(every: Double, days: Weekdays) {
    self.init()
    self.every = every
    self.days = days
  }
}
