internal import Quantities
public import ScenarioFile

/// (s, S): at or below s, order up to S.
public struct ReorderPointOrderUpTo: ReplenishmentPolicy {
  public var reorderPoint: Int?
  public var reorderDays = 7.0 * 86400
  public var orderUpTo: Int?
  public var orderUpToDays = 21.0 * 86400

  public init() {}

  public static let summary = "At or below s, orders up to S: (s, S)."
  public static let parameters: [Parameter<ReorderPointOrderUpTo>] = [
    .optionalInteger("reorder_point", \.reorderPoint, -1...500_000_000, "s [units]."),
    .quantity(
      "reorder_days", \.reorderDays, .time, 0...3650, "s as days of mean demand.", unit: "d"),
    .optionalInteger("order_up_to", \.orderUpTo, 0...500_000_000, "S [units]."),
    .quantity(
      "order_up_to_days", \.orderUpToDays, .time, 0...3650, "S as days of mean demand.", unit: "d"),
  ]

  public func check(_ report: RecordReport) {
    if let reorderPoint, let orderUpTo {
      report.requireOrder(of: reorderPoint, "reorder_point", below: orderUpTo, "order_up_to")
    } else if reorderPoint == nil, orderUpTo == nil, reorderDays >= orderUpToDays {
      report.error(
        "bad-levels", "'reorder_days' must be less than 'order_up_to_days'",
        at: report.gives("order_up_to_days") ? "order_up_to_days" : "reorder_days",
        help: ["it would order nothing, or every unit taken at once: that is kind: base_stock"])
    }
  }

  public func levels(demand: Double) -> StockLevels {
    let low = StockLevels.units(reorderPoint, days: reorderDays, demand: demand, least: 0)
    let high = StockLevels.units(orderUpTo, days: orderUpToDays, demand: demand, least: 1)
    return StockLevels(reorderPoint: low, orderUpTo: max(high, low + 1))
  }
}
