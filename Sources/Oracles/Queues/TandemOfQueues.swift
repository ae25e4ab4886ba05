internal import Foundation

/// Queues M/M/c one after the other: each is as if it were alone (product form).
///
/// - Source: [jackson1957]; independent sojourns of a customer at single servers [reich1957].
public struct TandemOfQueues: Sendable {
  public let stations: [QueueMMc]

  /// - Parameter stations: Servers and service rate of each, in the sequence of the way.
  public init(arrivalRate: Double, stations: [(servers: Int, serviceRate: Double)]) {
    self.stations = stations.map {
      QueueMMc(servers: $0.servers, arrivalRate: arrivalRate, serviceRate: $0.serviceRate)
    }
  }

  /// Mean time from arrival at the first to departure from the last.
  public var sojournMean: Double { stations.reduce(0) { $0 + $1.sojournMean } }

  /// Mean number in all.
  public var numberMean: Double { stations.reduce(0) { $0 + $1.numberMean } }

  /// Probability that the whole way takes more than `t`; single servers only, with different drifts.
  ///
  /// The sum of independent exponential sojourns with the rates μ - λ.
  public func sojournTail(_ t: Double) -> Double {
    let rates = stations.map { station in
      precondition(station.servers == 1, "sojourns are independent at single servers only")
      return station.serviceRate - station.arrivalRate
    }
    precondition(Set(rates).count == rates.count, "different rates")
    return rates.indices.reduce(0) { sum, i in
      var weight = 1.0
      for j in rates.indices where j != i { weight *= rates[j] / (rates[j] - rates[i]) }
      return sum + weight * exp(-rates[i] * t)
    }
  }

  /// The time of the whole way that a share `p` does not exceed; single servers only.
  public func sojournQuantile(_ p: Double) -> Double {
    quantile(p, scale: sojournMean, tail: sojournTail)
  }
}
