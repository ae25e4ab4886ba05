internal import Quantities
public import ScenarioFile

/// Each unit taken is ordered at once: (S - 1, S).
public struct BaseStock: ReplenishmentPolicy {
  public var level: Int?
  public var days = 14.0 * 86400

  public init() {}

  public static let summary = "Orders every unit taken at once, up to a level: (S-1, S)."
  public static let parameters: [Parameter<BaseStock>] = [
    .optionalInteger("level", \.level, 0...500_000_000, "Order-up-to level S [units]."),
    .quantity(
      "days", \.days, .time, 0...3650, "S as days of mean demand, if no level is given.", unit: "d"),
  ]

  public func levels(demand: Double) -> StockLevels {
    let level = StockLevels.units(level, days: days, demand: demand, least: 1)
    return StockLevels(reorderPoint: level - 1, orderUpTo: level)
  }
}
