internal import CGSL
internal import Foundation

/// The queue M/D/c in steady state: Poisson arrivals, constant service, c servers, first in, first out.
///
/// - Source: [crommelin1932]; [tijms2003], sec. 9.6.2. The mean as a sum by Spitzer's identity [spitzer1956].
public struct QueueMDc: Sendable, Hashable {
  public let servers: Int
  public let arrivalRate: Double
  public let service: Double

  /// - Parameters:
  ///   - servers: c >= 1.
  ///   - arrivalRate: Mean arrivals per time; > 0 and below `servers / service`.
  ///   - service: Length of every service, > 0.
  public init(servers: Int = 1, arrivalRate: Double, service: Double) {
    precondition(servers >= 1 && arrivalRate > 0 && service > 0, "positive parameters")
    precondition(arrivalRate * service < Double(servers), "a stable queue")
    self.servers = servers
    self.arrivalRate = arrivalRate
    self.service = service
  }

  public var utilization: Double { arrivalRate * service / Double(servers) }

  /// Mean number in the queue, Lq: arrivals of a service time in excess of c, carried over.
  public var queueLengthMean: Double {
    carryOverMean(arrivals: arrivalRate * service, capacity: servers)
  }

  /// Mean wait in the queue, Wq.
  public var waitMean: Double { queueLengthMean / arrivalRate }

  public var sojournMean: Double { waitMean + service }

  public var numberMean: Double { arrivalRate * sojournMean }
}

/// The wait of M/D/1 by its distribution.
public struct WaitMD1: Sendable {
  private let arrivalRate: Double
  private let service: Double
  /// P(N <= n), N being the number in the system.
  private let cumulative: [Double]

  /// - Parameter utilization: Share of time the server is busy, in (0, 1).
  public init(utilization rho: Double, service: Double = 1) {
    precondition(rho > 0 && rho < 1 && service > 0, "a stable queue")
    arrivalRate = rho / service
    self.service = service
    // Crossings of each level up and down balance: only positive terms, no digits lost.
    var exceeds: [Double] = []
    var k: UInt32 = 0
    repeat {
      exceeds.append(gsl_cdf_poisson_Q(k, rho))
      k += 1
    } while exceeds.last! > 1e-300 && k < 400
    var p = [1 - rho]
    var sum = p[0]
    var cumulative = [sum]
    while sum < 1 - 1e-16, p.count < 20_000 {
      let i = p.count - 1
      var up = p[0] * (i < exceeds.count ? exceeds[i] : 0)
      for j in stride(from: max(1, i + 2 - exceeds.count), through: i, by: 1) {
        up += p[j] * exceeds[i + 1 - j]
      }
      p.append(up / exp(-rho))
      sum += p[p.count - 1]
      cumulative.append(sum)
      if p[p.count - 1] < 1e-18 { break }
    }
    self.cumulative = cumulative
  }

  /// Probability of a wait of at most `t`.
  ///
  /// - Source: [franx2001], a sum of positive terms.
  public func probability(atMost t: Double) -> Double {
    if t < 0 { return 0 }
    let k = Int(t / service) + 1
    let u = arrivalRate * (Double(k) * service - t)
    var sum = 0.0
    for j in 0..<k {
      let queued = cumulative[min(k - j, cumulative.count - 1)]
      sum += queued * gsl_ran_poisson_pdf(UInt32(j), u)
    }
    return min(1, sum)
  }

  /// The wait that a share `p` of arrivals does not exceed; p in (0, 1).
  public func quantile(_ p: Double) -> Double {
    if p <= probability(atMost: 0) { return 0 }
    return Oracles.quantile(p, scale: service) { 1 - probability(atMost: $0) }
  }
}
