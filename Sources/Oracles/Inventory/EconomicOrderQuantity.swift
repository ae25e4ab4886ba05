/// Constant demand, a cost per order and a holding cost: the lot of least cost per time.
///
/// - Source: [zipkin2000], sec. 3.2 and 3.3.
public struct EconomicOrderQuantity: Sendable, Hashable {
  public let quantity: Double
  public let costRate: Double
  /// Share of demand that is backordered.
  public let backorderedShare: Double

  /// - Parameters:
  ///   - demandRate: Units per time.
  ///   - perOrder: Cost of one order, K.
  ///   - holding: Cost per unit on hand and time, h.
  ///   - backorder: Cost per unit backordered and time, p; nil: no backorders.
  public init(demandRate: Double, perOrder: Double, holding: Double, backorder: Double? = nil) {
    let factor = backorder.map { (holding + $0) / $0 } ?? 1
    quantity = (2 * perOrder * demandRate / holding * factor).squareRoot()
    costRate = (2 * perOrder * demandRate * holding / factor).squareRoot()
    backorderedShare = backorder.map { holding / (holding + $0) } ?? 0
  }
}
