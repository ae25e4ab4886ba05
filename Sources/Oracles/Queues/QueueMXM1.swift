/// The queue M^X/M/1 in steady state: batches arrive by a Poisson process, exponential service one by one.
///
/// - Source: [gross2008], sec. 3.1.
public struct QueueMXM1: Sendable {
  public let batchRate: Double
  /// Moments of the batch size: E[X], E[X²].
  public let batchMean: Double
  public let batchSecond: Double
  public let serviceRate: Double

  /// - Parameter batches: Probability of each batch size, from 1 on; sums to 1.
  public init(batchRate: Double, batches: [Double], serviceRate: Double) {
    self.batchRate = batchRate
    self.serviceRate = serviceRate
    batchMean = batches.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    batchSecond = batches.enumerated().reduce(0) {
      $0 + Double(($1.offset + 1) * ($1.offset + 1)) * $1.element
    }
    precondition(batchRate * batchMean < serviceRate, "a stable queue")
  }

  public var utilization: Double { batchRate * batchMean / serviceRate }

  /// Mean number in the queue and in service, L.
  public var numberMean: Double {
    utilization * (1 + batchSecond / batchMean) / (2 * (1 - utilization))
  }

  /// Mean time from arrival to departure of one member of a batch, W.
  public var sojournMean: Double { numberMean / (batchRate * batchMean) }

  /// Mean wait in the queue of one member of a batch, Wq.
  public var waitMean: Double { sojournMean - 1 / serviceRate }
}
