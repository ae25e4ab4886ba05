internal import Quantities
public import ScenarioFile

/// (r, Q): at or below r, order as many times Q as lift the position above r.
public struct ReorderPointQuantity: ReplenishmentPolicy {
  public var reorderPoint: Int?
  public var reorderDays = 7.0 * 86400
  public var quantity: Int?
  public var quantityDays = 14.0 * 86400

  public init() {}

  public static let summary = "At or below r, orders multiples of Q: (r, Q)."
  public static let parameters: [Parameter<ReorderPointQuantity>] = [
    .optionalInteger(
      "reorder_point", \.reorderPoint, -500_000_000...500_000_000,
      "r [units]; below 0: only when that many are owed."),
    .quantity(
      "reorder_days", \.reorderDays, .time, 0...3650, "r as days of mean demand.", unit: "d"),
    .optionalInteger("quantity", \.quantity, 1...500_000_000, "Q [units]."),
    .quantity(
      "quantity_days", \.quantityDays, .time, 0...3650, "Q as days of mean demand.", unit: "d"),
  ]

  public func levels(demand: Double) -> StockLevels {
    let point = StockLevels.units(reorderPoint, days: reorderDays, demand: demand, least: 0)
    let size = StockLevels.units(quantity, days: quantityDays, demand: demand, least: 1)
    return StockLevels(reorderPoint: point, orderUpTo: point + size, quantity: size)
  }
}
