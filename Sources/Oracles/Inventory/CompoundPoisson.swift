internal import Foundation

/// Units demanded in a time when customers come by a Poisson process and each takes a random number of units.
public struct CompoundPoisson: Sendable, Hashable {
  /// Mean customers per time.
  public let customerRate: Double
  /// Probability that a customer takes 1, 2, … units; sums to 1.
  public let sizes: [Double]

  public init(customerRate: Double, sizes: [Double] = [1]) {
    precondition(customerRate > 0 && !sizes.isEmpty, "customers that take something")
    self.customerRate = customerRate
    self.sizes = sizes
  }

  /// Mean units per customer.
  public var sizeMean: Double {
    sizes.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// Mean units per time.
  public var unitRate: Double { customerRate * sizeMean }

  /// Probabilities of 0, 1, … units in a time, until all but 1e-17 is covered.
  ///
  /// - Complexity: O(units x sizes), by a recursion of positive terms.
  /// - Source: [panjer1981].
  public func unitProbabilities(during time: Double) -> [Double] {
    let mean = customerRate * time
    precondition(mean < 700, "the probability of no customer must not underflow")
    var p = [exp(-mean)]
    var sum = p[0]
    let expected = mean * sizeMean
    while sum < 1 - 1e-16 {
      let n = p.count
      var next = 0.0
      for size in 1...min(n, sizes.count) {
        next += Double(size) * sizes[size - 1] * p[n - size]
      }
      next *= mean / Double(n)
      p.append(next)
      sum += next
      if Double(n) > expected, next < 1e-17 { break }
    }
    return p
  }
}
