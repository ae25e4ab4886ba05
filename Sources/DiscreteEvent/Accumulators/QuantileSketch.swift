internal import Glibc

/// Quantiles of non-negative observations with a relative error of at most 0.5 %, whatever their
/// distribution.
///
/// Counts per bucket whose bounds grow geometrically, in a dense array that covers the observations
/// seen and is never collapsed; values below 1e-9 share a bucket of their own, which estimates 0.
/// Counts are integers, so that merging is exact and the result does not depend on the order of
/// merging.
///
/// ```swift
/// var sketch = QuantileSketch()
/// for hours in [1.5, 2.0, 30.0] { sketch.insert(hours) }
/// sketch.quantile(0.5)           // 2 ± 0.01
/// ```
///
/// - Complexity: insert O(1) amortized; merge and quantile O(b), b = buckets covered: 232 per
///   factor of ten, 8 bytes each.
/// - Source: Masson, Rim, Lee (2019), DDSketch, PVLDB 12(12), 2195-2205.
public struct QuantileSketch: Hashable, Sendable {
  /// Bound of the relative error of an estimate.
  public static let relativeError = 0.005
  /// Values below are counted as 0.
  public static let resolution = 1e-9

  package static let gamma = (1 + relativeError) / (1 - relativeError)
  /// ln(gamma), and its inverse; written out, because a computed constant is checked for at every
  /// use.
  package static let logarithmOfGamma = 0.010000083334583356
  @usableFromInline package static let keysPerLogarithm = 99.999166661111038
  /// The array starts and ends at multiples of this, so that equal counts are equal arrays.
  package static let page = 128

  /// Observations.
  public private(set) var count = 0
  /// Observations below the resolution.
  public private(set) var zeros = 0
  /// Key of the first bucket; 0 while there is none.
  public private(set) var firstKey = 0
  /// Observations per bucket; the bucket with key k holds the values in (gamma^(k-1), gamma^k].
  public private(set) var buckets: [Int] = []

  public init() {}

  /// A sketch from what another one was made of; nil if there is none that is made of this.
  public init?(zeros: Int, firstKey: Int, buckets: [Int]) {
    let page = QuantileSketch.page
    // Keys of finite values above the resolution lie far within.
    guard zeros >= 0, firstKey % page == 0, buckets.count % page == 0,
      abs(firstKey) <= 1 << 20, buckets.count <= 1 << 20
    else { return nil }
    var count = zeros
    for bucket in buckets {
      let (sum, overflow) = count.addingReportingOverflow(bucket)
      guard bucket >= 0, !overflow else { return nil }
      count = sum
    }
    self.count = count
    self.zeros = zeros
    self.firstKey = firstKey
    self.buckets = buckets
  }

  /// Adds one observation, finite and >= 0.
  /// - Complexity: O(1) amortized.
  public mutating func insert(_ x: Double) {
    precondition(x >= 0 && x < .infinity, "a sketch takes finite values >= 0")
    count += 1
    if x < QuantileSketch.resolution {
      zeros += 1
      return
    }
    let place = QuantileSketch.key(of: x) - firstKey
    if place >= 0 && place < buckets.count {
      buckets[place] &+= 1
      return
    }
    cover(QuantileSketch.key(of: x), QuantileSketch.key(of: x))
    buckets[QuantileSketch.key(of: x) - firstKey] += 1
  }

  /// Adds the observations of another sketch.
  /// - Complexity: O(b).
  public mutating func merge(_ other: QuantileSketch) {
    count += other.count
    zeros += other.zeros
    if other.buckets.isEmpty { return }
    cover(other.firstKey, other.firstKey + other.buckets.count - 1)
    let offset = other.firstKey - firstKey
    for i in other.buckets.indices { buckets[offset + i] += other.buckets[i] }
  }

  /// Estimates the observation of rank 1 + floor(p (count - 1)) in ascending order, within the
  /// relative error; not a number if there is no observation.
  ///
  /// - Parameter p: 0...1.
  /// - Complexity: O(b).
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "the order of a quantile is in 0...1")
    if count == 0 { return .nan }
    let rank = Int(p * Double(count - 1))
    var seen = zeros
    if rank < seen { return 0 }
    for i in buckets.indices {
      seen += buckets[i]
      if rank < seen { return QuantileSketch.estimate(ofKey: firstKey + i) }
    }
    preconditionFailure("the buckets of a sketch hold fewer observations than counted")
  }

  /// Observations at most `x`, which is moved up by the relative error at most.
  /// - Complexity: O(b).
  public func count(atMost x: Double) -> Int {
    guard x >= QuantileSketch.resolution else { return x < 0 ? 0 : zeros }
    let last = min(QuantileSketch.key(of: x) - firstKey, buckets.count - 1)
    return last < 0 ? zeros : buckets[...last].reduce(zeros, +)
  }

  /// ceil(log_gamma x), x a normal number.
  @inlinable @inline(__always)
  package static func key(of x: Double) -> Int {
    let y = logarithm(x) * keysPerLogarithm
    let k = Int(y)
    return Double(k) < y ? k + 1 : k
  }

  /// ln x within 1e-12: x = 2^e m with m in [sqrt(1/2), sqrt(2)), and the series of
  /// 2 artanh((m - 1) / (m + 1)). Cheaper than the library's, and the same on every processor.
  @inlinable @inline(__always)
  package static func logarithm(_ x: Double) -> Double {
    let bits = x.bitPattern &- 0x3fe6_a09e_667f_3bcd
    let exponent = Double(Int64(bitPattern: bits) &>> 52)
    let m = Double(bitPattern: (bits & 0xf_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd)
    let s = (m - 1) / (m + 1)
    let z = s * s
    let w = z * z
    let even = 2.0 / 3 + w * (2.0 / 7 + w * (2.0 / 11))
    let odd = 2.0 / 5 + w * (2.0 / 9 + w * (2.0 / 13))
    return exponent * 0.6931471805599453 + s * (2 + z * (even + z * odd))
  }

  /// The greatest value of a bucket, but for rounding.
  static func bound(ofKey k: Int) -> Double { exp(Double(k) * logarithmOfGamma) }

  /// The value with the same relative distance to both bounds of the bucket.
  private static func estimate(ofKey k: Int) -> Double {
    2 / (gamma + 1) * exp(Double(k) * logarithmOfGamma)
  }

  /// Adds counted observations: `counts[i]` in the bucket with key `firstKey + i`.
  package mutating func insert(_ counts: UnsafeBufferPointer<Int>, firstKey start: Int) {
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return }
    cover(start + first, start + last)
    for i in first...last {
      buckets[start + i - firstKey] += counts[i]
      count += counts[i]
    }
  }

  /// Makes room for the keys from `low` to `high`.
  /// - Complexity: O(b) when the array grows.
  private mutating func cover(_ low: Int, _ high: Int) {
    let page = QuantileSketch.page
    var start = low & ~(page - 1)
    var end = (high | (page - 1)) + 1
    if !buckets.isEmpty {
      start = min(start, firstKey)
      end = max(end, firstKey + buckets.count)
      if end - start == buckets.count { return }
    }
    var grown = [Int](repeating: 0, count: end - start)
    for i in buckets.indices { grown[firstKey - start + i] = buckets[i] }
    buckets = grown
    firstKey = start
  }
}
