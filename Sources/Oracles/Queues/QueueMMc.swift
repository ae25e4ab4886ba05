internal import Foundation

/// The queue M/M/c in steady state: Poisson arrivals, exponential service, c servers, first in, first out.
///
/// Any unit of time, as long as both rates have the same.
///
/// - Source: [gross2008], sec. 2.2 and 2.3; [kleinrock1975].
public struct QueueMMc: Sendable, Hashable {
  public let servers: Int
  public let arrivalRate: Double
  public let serviceRate: Double

  /// - Parameters:
  ///   - servers: c >= 1.
  ///   - arrivalRate: Mean arrivals per time; > 0 and below `servers * serviceRate`.
  ///   - serviceRate: Mean services per time of one server; > 0.
  public init(servers: Int = 1, arrivalRate: Double, serviceRate: Double) {
    precondition(servers >= 1 && arrivalRate > 0 && serviceRate > 0, "positive parameters")
    precondition(arrivalRate < Double(servers) * serviceRate, "a stable queue")
    self.servers = servers
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
  }

  /// Mean busy servers, λ/μ [erlang].
  public var offeredLoad: Double { arrivalRate / serviceRate }

  /// Busy share of the servers' time.
  public var utilization: Double { offeredLoad / Double(servers) }

  /// Probability that an arrival has to wait, Erlang's C.
  public var waitProbability: Double {
    let c = Double(servers)
    let blocked = erlangB(servers: servers, offeredLoad: offeredLoad)
    return c * blocked / (c - offeredLoad * (1 - blocked))
  }

  /// Rate at which the queue gives way while it is not empty, cμ - λ.
  private var drift: Double { Double(servers) * serviceRate - arrivalRate }

  /// Mean wait in the queue, Wq.
  public var waitMean: Double { waitProbability / drift }

  /// Variance of the wait in the queue.
  public var waitVariance: Double { waitProbability * (2 - waitProbability) / (drift * drift) }

  /// Mean time from arrival to departure, W.
  public var sojournMean: Double { waitMean + 1 / serviceRate }

  /// Mean number in the queue, Lq.
  public var queueLengthMean: Double { arrivalRate * waitMean }

  /// Mean number in the queue and in service, L.
  public var numberMean: Double { arrivalRate * sojournMean }

  /// The wait in the queue that a share `p` of arrivals does not exceed; p in (0, 1).
  public func waitQuantile(_ p: Double) -> Double {
    max(0, log(waitProbability / (1 - p)) / drift)
  }

  /// Probability that the time from arrival to departure exceeds `t`.
  public func sojournTail(_ t: Double) -> Double {
    let x = drift / serviceRate - 1
    let growth = abs(x) < 1e-9 ? serviceRate * t : -expm1(-serviceRate * t * x) / x
    return exp(-serviceRate * t) * (1 + waitProbability * growth)
  }

  /// The time from arrival to departure that a share `p` of arrivals does not exceed; p in (0, 1).
  public func sojournQuantile(_ p: Double) -> Double {
    quantile(p, scale: sojournMean, tail: sojournTail)
  }
}

/// Where a falling tail probability is 1 - p, by bisection to the last bit.
func quantile(_ p: Double, scale: Double, tail: (Double) -> Double) -> Double {
  precondition(p > 0 && p < 1, "a probability strictly between 0 and 1")
  var low = 0.0
  var high = scale
  while tail(high) > 1 - p { high *= 2 }
  for _ in 0..<200 {
    let middle = (low + high) / 2
    if middle == low || middle == high { break }
    if tail(middle) > 1 - p { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
