/// The queue M/M/c+M in steady state, Erlang's A: as M/M/c, but a customer gives up after an exponential
/// patience unless service has begun.
///
/// Any unit of time, as long as all rates have the same.
///
/// - Source: [gross2008], sec. 2.10: a birth and death process with departures at c μ + (n - c) θ.
public struct QueueMMcM: Sendable, Hashable {
  public let servers: Int
  public let arrivalRate: Double
  public let serviceRate: Double
  public let abandonmentRate: Double

  /// - Parameters:
  ///   - servers: c >= 1.
  ///   - arrivalRate: λ; > 0.
  ///   - serviceRate: μ of one server; > 0.
  ///   - abandonmentRate: θ, one over the mean patience; > 0.
  public init(
    servers: Int = 1, arrivalRate: Double, serviceRate: Double, abandonmentRate: Double
  ) {
    precondition(servers >= 1 && arrivalRate > 0 && serviceRate > 0, "positive parameters")
    precondition(abandonmentRate > 0, "customers give up in the end")
    self.servers = servers
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.abandonmentRate = abandonmentRate
  }

  /// Mean number that wait.
  /// - Complexity: O(customers in the system as long as they are likely).
  public var queueMean: Double {
    var weight = 1.0
    var total = 1.0
    var waiting = 0.0
    var n = 0
    while n <= servers || weight > 1e-18 * total {
      n += 1
      let busy = Double(min(n, servers)) * serviceRate
      weight *= arrivalRate / (busy + Double(max(0, n - servers)) * abandonmentRate)
      total += weight
      waiting += weight * Double(max(0, n - servers))
    }
    return waiting / total
  }

  /// Share of customers who give up before they are served.
  public var abandonment: Double { abandonmentRate * queueMean / arrivalRate }

  /// Busy share of the servers' time.
  public var utilization: Double {
    arrivalRate * (1 - abandonment) / (Double(servers) * serviceRate)
  }

  /// Share of customers whose patience ends while they wait or are served.
  public var impatience: Double {
    let left = 1 - abandonment
    return abandonment + left * abandonmentRate / (abandonmentRate + serviceRate)
  }
}
