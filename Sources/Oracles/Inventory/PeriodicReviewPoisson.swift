internal import CGSL
internal import Foundation

/// (R, s, S) and (R, S): reviewed every R, backorders, a constant lead time, Poisson demand of single units, in
/// steady state.
///
/// A review at which the position is y after ordering decides the inventory level from L to L + R later: y less
/// the demand since. Positions after a review are S - j in proportion to the renewal density of the demand
/// between reviews.
///
/// - Source: [hadley1963], ch. 5; [zipkin2000], sec. 6.2; positions by renewal as of (s, S) [sahin1990].
public struct PeriodicReviewPoisson: Sendable {
  public let demandRate: Double
  public let interval: Double
  public let leadTime: Double
  /// Mean units on hand and backordered over time.
  public private(set) var onHandMean = 0.0
  public private(set) var backorderedMean = 0.0
  /// Share of demand that is met at once.
  public private(set) var fillRate = 0.0
  /// Replenishment orders per time.
  public let orderRate: Double

  /// - Parameters:
  ///   - reorderPoint: s < level; nil: S - 1.
  ///   - level: S >= 1 [units].
  ///   - demandRate: Mean units per time, > 0.
  ///   - interval: R > 0, between reviews.
  ///   - leadTime: L >= 0.
  public init(
    reorderPoint: Int? = nil, level: Int, demandRate: Double, interval: Double, leadTime: Double
  ) {
    precondition(demandRate > 0 && interval > 0 && leadTime >= 0, "positive parameters")
    self.demandRate = demandRate
    self.interval = interval
    self.leadTime = leadTime
    let mean = demandRate * interval
    let positions = level - (reorderPoint ?? level - 1)
    precondition(positions > 0, "a reorder point below the level")
    let idle = exp(-mean)
    var renewals = [1 / (1 - idle)]
    for j in stride(from: 1, to: positions, by: 1) {
      renewals.append(
        (1...j).reduce(0) { $0 + gsl_ran_poisson_pdf(UInt32($1), mean) * renewals[j - $1] }
          / (1 - idle))
    }
    let reviews = renewals.reduce(0, +)
    orderRate = 1 / (interval * reviews)
    for (j, renewal) in renewals.enumerated() {
      add(position: level - j, share: renewal / reviews)
    }
  }

  /// Adds the cycle that follows a position.
  private mutating func add(position: Int, share: Double) {
    let demandMean = demandRate * (leadTime + interval / 2)
    var onHand = 0.0
    for demanded in stride(from: 0, to: position, by: 1) {
      let time = timeShare(ofDemand: demanded)
      onHand += Double(position - demanded) * time
      fillRate += share * time
    }
    onHandMean += share * onHand
    backorderedMean += share * (demandMean - Double(position) + onHand)
  }

  /// Share of the time from L to L + R in which so much has been demanded: of the integral of a Poisson
  /// probability over its mean.
  private func timeShare(ofDemand units: Int) -> Double {
    let from = gsl_cdf_poisson_P(UInt32(units), demandRate * leadTime)
    let to = gsl_cdf_poisson_P(UInt32(units), demandRate * (leadTime + interval))
    return (from - to) / (demandRate * interval)
  }

  /// Mean time a unit of demand waits for stock, zeros included (Little).
  public var waitMean: Double { backorderedMean / demandRate }
}
