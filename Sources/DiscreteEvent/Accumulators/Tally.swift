/// Count, mean, variance and range of observations, one at a time.
///
/// What is observed over time instead of per occurrence belongs to ``TimeWeighted``.
///
/// - Complexity: O(1) per observation and in memory.
/// - Source: Welford (1962), Technometrics 4(3), 419-420; merging by Chan, Golub, LeVeque (1979),
///   STAN-CS-79-773.
@frozen
public struct Tally: Hashable, Sendable, BitwiseCopyable {
  /// Observations.
  public var count: Int
  /// Sum of the observations, in their unit.
  public var sum: Double
  /// Least observation; infinity if there is none.
  public var minimum: Double
  /// Greatest observation; minus infinity if there is none.
  public var maximum: Double
  /// Running mean of Welford's recurrence; 0 if there is no observation.
  @usableFromInline var center: Double
  /// Sum of the squared deviations from the mean.
  @usableFromInline var squares: Double

  @inlinable
  public init() {
    count = 0
    sum = 0
    minimum = .infinity
    maximum = -.infinity
    center = 0
    squares = 0
  }

  /// The tally of a number of observations that were all 0.
  @inlinable
  public init(zeros: Int) {
    self.init()
    if zeros == 0 { return }
    count = zeros
    minimum = 0
    maximum = 0
  }

  /// Adds one observation.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func add(_ x: Double) {
    count &+= 1
    sum += x
    let deviation = x - center
    center += deviation / Double(count)
    squares += deviation * (x - center)
    minimum = x < minimum ? x : minimum
    maximum = x > maximum ? x : maximum
  }

  /// Arithmetic mean; not a number if there is no observation.
  @inlinable
  public var mean: Double { count == 0 ? .nan : sum / Double(count) }

  /// Unbiased sample variance; not a number for fewer than two observations.
  @inlinable
  public var variance: Double { count < 2 ? .nan : squares / Double(count - 1) }

  @inlinable
  public var standardDeviation: Double { variance.squareRoot() }

  /// Adds the observations of another tally, as if they had been made after these.
  ///
  /// Equal to adding them one by one up to rounding; merge in a fixed order where results must be
  /// reproduced bit by bit.
  @inlinable
  public mutating func merge(_ other: Tally) {
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    let total = Double(count) + Double(other.count)
    let deviation = other.center - center
    squares += other.squares + deviation * deviation * Double(count) * Double(other.count) / total
    center += deviation * Double(other.count) / total
    count += other.count
    sum += other.sum
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }
}
