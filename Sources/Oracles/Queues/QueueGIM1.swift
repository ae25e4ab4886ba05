internal import Foundation

/// The queue GI/M/1 in steady state: independent times between arrivals of any law, exponential service.
///
/// - Source: [gross2008], sec. 5.3; [kleinrock1975], sec. 6.4.
public struct QueueGIM1: Sendable {
  /// The law of the time between arrivals, with its Laplace transform E[exp(-s A)].
  public enum Arrivals: Sendable, Hashable {
    case constant(mean: Double)
    case erlang(mean: Double, stages: Int)
    /// Two phases with balanced means.
    case hyperexponential(mean: Double, squaredCV: Double)

    public var mean: Double {
      switch self {
      case .constant(let mean), .erlang(let mean, _), .hyperexponential(let mean, _): mean
      }
    }

    public func laplace(_ s: Double) -> Double {
      switch self {
      case .constant(let mean): return exp(-s * mean)
      case .erlang(let mean, let stages):
        return pow(1 + s * mean / Double(stages), -Double(stages))
      case .hyperexponential(let mean, let square):
        let p = (1 + ((square - 1) / (square + 1)).squareRoot()) / 2
        let (first, second) = (2 * p / mean, 2 * (1 - p) / mean)
        return p * first / (first + s) + (1 - p) * second / (second + s)
      }
    }
  }

  public let arrivals: Arrivals
  public let serviceRate: Double
  /// Probability that an arrival has to wait: the root of σ = A*(μ (1 - σ)) in (0, 1).
  public let waitProbability: Double

  public init(arrivals: Arrivals, serviceRate: Double) {
    precondition(arrivals.mean * serviceRate > 1, "a stable queue")
    self.arrivals = arrivals
    self.serviceRate = serviceRate
    // A*(μ (1 - σ)) - σ is positive below the root and negative between it and 1.
    var low = 0.0
    var high = 1 - 1e-12
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if arrivals.laplace(serviceRate * (1 - middle)) > middle {
        low = middle
      } else {
        high = middle
      }
    }
    waitProbability = (low + high) / 2
  }

  /// Mean wait in the queue, Wq.
  public var waitMean: Double { waitProbability / (serviceRate * (1 - waitProbability)) }

  /// Mean time from arrival to departure, W.
  public var sojournMean: Double { 1 / (serviceRate * (1 - waitProbability)) }

  public var queueLengthMean: Double { waitMean / arrivals.mean }

  /// The time from arrival to departure that a share `p` does not exceed: it is exponential.
  public func sojournQuantile(_ p: Double) -> Double { -log(1 - p) * sojournMean }
}
