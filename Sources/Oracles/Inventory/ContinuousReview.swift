/// Continuous review with backorders, a constant lead time and compound Poisson demand, in steady state.
///
/// At any time the inventory level is the inventory position one lead time ago less the demand since; both are
/// independent, and the position has a law that depends on the policy alone.
///
/// - Source: [zipkin2000], sec. 6.2 to 6.4; [hadley1963], ch. 4; positions of (s, S) by renewal [sahin1990].
public struct ContinuousReview: Sendable {
  public let demand: CompoundPoisson
  public let leadTime: Double
  /// Probability of each inventory position from `lowest` on.
  private let positions: [Double]
  private let lowest: Int
  /// Replenishment orders per time.
  public let orderRate: Double
  /// Mean units on hand, E[I], and backordered, E[B].
  public private(set) var onHandMean = 0.0
  public private(set) var backorderedMean = 0.0
  /// Share of demanded units that are met at once.
  public private(set) var fillRate = 0.0

  /// (r, Q): at or below r, as many times Q are ordered as lift the position above r.
  ///
  /// The position is uniform on r+1...r+Q where the sizes have no common divisor with Q. Each Q counts as one order.
  public static func reorderQuantity(
    reorderPoint: Int, quantity: Int, demand: CompoundPoisson, leadTime: Double
  ) -> ContinuousReview {
    precondition(quantity >= 1, "an order quantity")
    return ContinuousReview(
      demand, leadTime, lowest: reorderPoint + 1,
      positions: [Double](repeating: 1 / Double(quantity), count: quantity),
      orderRate: demand.unitRate / Double(quantity))
  }

  /// (s, S): at or below s, as much is ordered as lifts the position to S.
  ///
  /// The position is S - j for a time in proportion to the renewal density m(j) of the customers' sizes,
  /// j = 0...S-s-1; a cycle has Σ m(j) customers.
  public static func orderUpTo(
    reorderPoint: Int, level: Int, demand: CompoundPoisson, leadTime: Double
  ) -> ContinuousReview {
    precondition(level > reorderPoint, "a level above the reorder point")
    var renewals = [1.0]
    for j in stride(from: 1, to: level - reorderPoint, by: 1) {
      renewals.append(
        (1...min(j, demand.sizes.count)).reduce(0) { $0 + demand.sizes[$1 - 1] * renewals[j - $1] }
      )
    }
    let customers = renewals.reduce(0, +)
    return ContinuousReview(
      demand, leadTime, lowest: reorderPoint + 1,
      positions: renewals.reversed().map { $0 / customers },
      orderRate: demand.customerRate / customers)
  }

  private init(
    _ demand: CompoundPoisson, _ leadTime: Double, lowest: Int, positions: [Double],
    orderRate: Double
  ) {
    self.demand = demand
    self.leadTime = leadTime
    self.lowest = lowest
    self.positions = positions
    self.orderRate = orderRate
    let units = demand.unitProbabilities(during: leadTime)
    for (offset, share) in positions.enumerated() {
      let position = lowest + offset
      for (demanded, probability) in units.enumerated() {
        let level = position - demanded
        let weight = share * probability
        if level > 0 {
          onHandMean += weight * Double(level)
          fillRate += weight * metAtOnce(level)
        } else {
          backorderedMean -= weight * Double(level)
        }
      }
    }
    fillRate /= demand.sizeMean
  }

  /// Mean units that a customer gets at once from so many on hand.
  private func metAtOnce(_ onHand: Int) -> Double {
    demand.sizes.enumerated().reduce(0) { sum, size in
      sum + size.element * Double(min(size.offset + 1, onHand))
    }
  }

  /// Mean time a unit of demand waits for stock, zeros included (Little).
  public var waitMean: Double { backorderedMean / demand.unitRate }
}
