/// The queue M/G/1 in steady state: Poisson arrivals, any law of service, one server, first in, first out.
///
/// - Source: Pollaczek and Khinchine; [gross2008], sec. 5.1; second moment of the wait by Takács [takacs1962].
public struct QueueMG1: Sendable {
  public let arrivalRate: Double
  /// Moments about zero of the service time S: E[S], E[S²], E[S³].
  public let serviceMoments: (mean: Double, second: Double, third: Double)

  /// - Parameters:
  ///   - arrivalRate: Mean arrivals per time, > 0.
  ///   - mean: E[S], with arrivalRate * mean < 1.
  ///   - second: E[S²].
  ///   - third: E[S³]; needed for the variance of the wait only.
  public init(arrivalRate: Double, mean: Double, second: Double, third: Double = .infinity) {
    precondition(arrivalRate > 0 && mean > 0 && second >= mean * mean, "moments of a service time")
    precondition(arrivalRate * mean < 1, "a stable queue")
    self.arrivalRate = arrivalRate
    serviceMoments = (mean, second, third)
  }

  public var utilization: Double { arrivalRate * serviceMoments.mean }

  /// Mean wait in the queue, Wq = λ E[S²] / (2 (1 - ρ)).
  public var waitMean: Double { arrivalRate * serviceMoments.second / (2 * (1 - utilization)) }

  /// Variance of the wait in the queue, Wq² + λ E[S³] / (3 (1 - ρ)).
  public var waitVariance: Double {
    waitMean * waitMean + arrivalRate * serviceMoments.third / (3 * (1 - utilization))
  }

  /// Mean time from arrival to departure, W.
  public var sojournMean: Double { waitMean + serviceMoments.mean }

  /// Mean number in the queue, Lq.
  public var queueLengthMean: Double { arrivalRate * waitMean }

  /// Mean number in the queue and in service, L.
  public var numberMean: Double { arrivalRate * sojournMean }
}
