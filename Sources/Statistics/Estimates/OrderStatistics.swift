internal import CGSL

/// Places in a sorted sample that enclose a quantile, whatever its distribution.
///
/// For quantiles *across* replications ("95 % of years cost at most …"), which are independent.
/// Never for observations within a run.
public struct OrderStatistics: Sendable, Hashable {
  /// Place of the lower end, from 1; 0 when the sample is too small for a lower bound.
  public var low: Int
  /// Place of the upper end; n + 1 when the sample is too small for an upper bound.
  public var high: Int
  /// Exact probability that the quantile lies between them.
  public var coverage: Double

  /// - Parameters:
  ///   - p: Probability of the quantile, in (0, 1).
  ///   - count: n, size of the sample; >= 1.
  ///   - confidence: Least coverage, with at most half of the rest on either side.
  public init(quantile p: Double, count: Int, confidence: Double = 0.95) {
    precondition(p > 0 && p < 1 && count >= 1, "a quantile of a sample")
    let n = UInt32(count)
    let tail = (1 - confidence) / 2
    func below(_ k: Int) -> Double { k < 0 ? 0 : gsl_cdf_binomial_P(UInt32(k), p, n) }
    // The l-th value exceeds the quantile when fewer than l values are below it.
    var low = 0
    while low < count && below(low) <= tail { low += 1 }
    var high = count + 1
    while high > 1 && 1 - below(high - 2) <= tail { high -= 1 }
    self.low = low
    self.high = high
    coverage = below(high - 1) - below(low - 1)
  }

  /// The interval in a sample; nil where an end has no place in it.
  public func interval(in sample: [Double]) -> Interval? {
    guard low >= 1 && high <= sample.count else { return nil }
    let sorted = sample.sorted()
    return Interval(low: sorted[low - 1], high: sorted[high - 1])
  }
}
