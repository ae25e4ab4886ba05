public import ScenarioFile

/// When to order and how much. To add one: a file here and a line in
/// `Registrations.replenishment`.
public protocol ReplenishmentPolicy: Configurable {
  /// - Parameter demand: Expected units per day of one SKU at one site.
  func levels(demand: Double) -> StockLevels
  /// When the position is looked at; nil: at every sale.
  var review: Departures? { get }
}

extension ReplenishmentPolicy {
  public var review: Departures? { nil }
}

/// What the kernel needs: order when the position is at or below the reorder point.
public struct StockLevels: Sendable, Hashable {
  public var reorderPoint: Int
  public var orderUpTo: Int
  /// Order multiples of this until the position is above the reorder point; 0: up to `orderUpTo`.
  public var quantity: Int

  public init(reorderPoint: Int, orderUpTo: Int, quantity: Int = 0) {
    self.reorderPoint = reorderPoint
    self.orderUpTo = orderUpTo
    self.quantity = quantity
  }

  /// Of a SKU that is not to be kept: only what orders wait for is ordered.
  static let none = StockLevels(reorderPoint: -1, orderUpTo: 0)

  /// Units that levels may reach.
  static let unitsMaximum = 1_000_000_000

  /// Units given directly, or as days of mean demand rounded up.
  static func units(_ units: Int?, days seconds: Double, demand: Double, least: Int) -> Int {
    units ?? max(least, Int(min(demand * seconds / 86400, 1e15).roundedUp))
  }
}
