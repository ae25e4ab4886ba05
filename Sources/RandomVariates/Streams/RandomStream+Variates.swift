public import Foundation

extension RandomStream {
  /// An exponential variate of mean 1: -log(1 - u), increasing in u.
  ///
  /// - Draws: one word.
  @inlinable
  public mutating func exponential() -> Double { -log(1 - uniform()) }

  /// A standard normal variate by inversion, increasing in u: for common random numbers.
  ///
  /// - Draws: one word.
  public mutating func normal() -> Double { normalQuantile(uniform(), .shared) }

  /// An integer in 0..<`bound`, `bound` > 0: the upper half of a product, increasing in the word.
  ///
  /// Not exactly uniform: a value's probability is off by at most 2^-64.
  ///
  /// - Draws: one word.
  @inlinable
  public mutating func integer(below bound: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: bound).high
  }
}
