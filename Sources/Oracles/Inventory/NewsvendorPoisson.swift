internal import CGSL

/// One order for one season of Poisson demand: what is not there is lost, what is left over stays.
///
/// - Source: [zipkin2000], sec. 9.4.
public struct NewsvendorPoisson: Sendable, Hashable {
  public let demandMean: Double
  public let stock: Int

  public init(demandMean: Double, stock: Int) {
    precondition(demandMean > 0 && stock >= 0, "demand and stock")
    self.demandMean = demandMean
    self.stock = stock
  }

  /// The smallest stock whose probability of sufficing reaches p / (h + p).
  ///
  /// - Parameters:
  ///   - overage: h, cost of a unit left over.
  ///   - underage: p, cost of a unit missing.
  public init(demandMean: Double, overage: Double, underage: Double) {
    let fractile = underage / (overage + underage)
    var stock: UInt32 = 0
    while gsl_cdf_poisson_P(stock, demandMean) < fractile { stock += 1 }
    self.init(demandMean: demandMean, stock: Int(stock))
  }

  /// Mean units missing.
  public var lostMean: Double { poissonExcess(mean: demandMean, over: stock) }

  /// Mean units left over.
  public var leftOverMean: Double { Double(stock) - demandMean + lostMean }

  /// Mean units sold over mean units demanded.
  public var fillRate: Double { 1 - lostMean / demandMean }

  /// Probability that the stock suffices.
  public var sufficesProbability: Double { gsl_cdf_poisson_P(UInt32(stock), demandMean) }

  public func cost(overage: Double, underage: Double) -> Double {
    overage * leftOverMean + underage * lostMean
  }
}
