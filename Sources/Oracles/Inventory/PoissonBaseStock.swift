internal import CGSL

/// Base stock (S - 1, S) under Poisson demand of single units with backorders: every unit taken is ordered.
///
/// What is on order is Poisson with mean λL, whatever the law of independent lead times (Palm).
///
/// - Source: [palm1938]; [zipkin2000], sec. 6.2 and 7.2.
public struct PoissonBaseStock: Sendable, Hashable {
  public let level: Int
  public let demandRate: Double
  public let leadTime: Double

  /// - Parameters:
  ///   - level: S >= 0 [units].
  ///   - demandRate: Mean units per time, > 0.
  ///   - leadTime: Mean lead time, > 0.
  public init(level: Int, demandRate: Double, leadTime: Double) {
    precondition(level >= 0 && demandRate > 0 && leadTime > 0, "positive parameters")
    self.level = level
    self.demandRate = demandRate
    self.leadTime = leadTime
  }

  /// Mean units on order.
  public var pipelineMean: Double { demandRate * leadTime }

  /// Share of demand met at once.
  public var fillRate: Double {
    level == 0 ? 0 : gsl_cdf_poisson_P(UInt32(level - 1), pipelineMean)
  }

  /// Mean units backordered, E[B].
  public var backorderedMean: Double { poissonExcess(mean: pipelineMean, over: level) }

  /// Mean units on hand, E[I].
  public var onHandMean: Double { Double(level) - pipelineMean + backorderedMean }

  /// Mean time a unit of demand waits for stock, zeros included (Little).
  public var waitMean: Double { backorderedMean / demandRate }

  /// Orders per time.
  public var orderRate: Double { demandRate }
}

/// Base stock (S - 1, S) under Poisson demand of single units that is lost when nothing is on hand.
///
/// The units on order are the busy servers of M/G/S/S: insensitive to the law of lead times.
///
/// - Source: [karush1957]; [zipkin2000], sec. 7.2.
public struct PoissonLostSales: Sendable, Hashable {
  public let level: Int
  public let demandRate: Double
  public let leadTime: Double

  /// - Parameters: as of ``PoissonBaseStock``; level >= 1.
  public init(level: Int, demandRate: Double, leadTime: Double) {
    precondition(level >= 1 && demandRate > 0 && leadTime > 0, "positive parameters")
    self.level = level
    self.demandRate = demandRate
    self.leadTime = leadTime
  }

  /// Share of demand that is lost.
  public var lostShare: Double { erlangB(servers: level, offeredLoad: demandRate * leadTime) }

  public var fillRate: Double { 1 - lostShare }

  /// Mean units on hand.
  public var onHandMean: Double { Double(level) - demandRate * leadTime * (1 - lostShare) }

  /// Orders per time.
  public var orderRate: Double { demandRate * (1 - lostShare) }
}
