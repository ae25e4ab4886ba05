/// A rate of events over time, linear between knots, with its integral and the integral's inverse.
///
/// Two knots at one time are a jump, so a rate in steps is one too (``steps(times:rates:)``). Time is in
/// the caller's unit, the rate in events per that unit.
///
/// - Source: [klein1984].
public struct PiecewiseLinearRate: Hashable, Sendable {
  public let times: [Double]
  public let rates: [Double]
  /// Expected events up to each knot.
  public let cumulatives: [Double]

  /// - Parameters:
  ///   - times: Knots, not decreasing, finite; at least two.
  ///   - rates: One per knot; finite, >= 0.
  public init(times: [Double], rates: [Double]) {
    precondition(times.count == rates.count && times.count >= 2, "a rate needs two knots or more")
    precondition(times.allSatisfy(\.isFinite), "knots must be finite")
    precondition(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, "knots must not decrease")
    precondition(rates.allSatisfy { $0.isFinite && $0 >= 0 }, "rates must be finite and >= 0")
    self.times = times
    self.rates = rates
    var sums = [0.0]
    for i in 1..<times.count {
      sums.append(sums[i - 1] + (times[i] - times[i - 1]) * (rates[i - 1] + rates[i]) / 2)
    }
    cumulatives = sums
  }

  /// A rate that is constant between knots.
  ///
  /// - Parameter rates: One per interval, hence one fewer than `times`.
  public static func steps(times: [Double], rates: [Double]) -> PiecewiseLinearRate {
    precondition(times.count == rates.count + 1, "steps need one rate per interval")
    return PiecewiseLinearRate(
      times: rates.indices.flatMap { [times[$0], times[$0 + 1]] },
      rates: rates.flatMap { [$0, $0] })
  }

  /// Expected events over all knots.
  public var total: Double { cumulatives[cumulatives.count - 1] }

  /// The rate at a time; 0 outside the knots, and at a jump the one after it.
  public func rate(at time: Double) -> Double {
    guard time >= times[0], time <= times[times.count - 1] else { return 0 }
    let i = min(last(in: times, notAbove: time), times.count - 2)
    let width = times[i + 1] - times[i]
    guard width > 0 else { return rates[i + 1] }
    return rates[i] + (rates[i + 1] - rates[i]) * ((time - times[i]) / width)
  }

  /// Expected events up to a time.
  public func cumulative(at time: Double) -> Double {
    if time <= times[0] { return 0 }
    if time >= times[times.count - 1] { return total }
    let i = last(in: times, notAbove: time)
    let x = time - times[i]
    return cumulatives[i] + x * (rates[i] + slope(i) * x / 2)
  }

  /// The time by which `events` events are expected; where the rate is 0, the end of that interval.
  ///
  /// - Parameter events: In 0...total, else clamped.
  public func inverse(_ events: Double) -> Double {
    if events >= total {
      return times[cumulatives.firstIndex { $0 >= total }!]
    }
    return inverse(events, in: last(in: cumulatives, notAbove: max(events, 0)))
  }

  /// The inverse, given the last knot whose cumulative is not above `events`.
  ///
  /// 2r / (l + sqrt(l² + 2sr)) has no cancellation, and no 0/0 unless r = 0.
  @inline(__always)
  func inverse(_ events: Double, in i: Int) -> Double {
    let rest = events - cumulatives[i]
    guard rest > 0 else { return times[i] }
    let rate = rates[i]
    let root = max(rate * rate + 2 * slope(i) * rest, 0).squareRoot()
    return min(times[i] + 2 * rest / (rate + root), times[i + 1])
  }

  private func slope(_ i: Int) -> Double {
    let width = times[i + 1] - times[i]
    return width > 0 ? (rates[i + 1] - rates[i]) / width : 0
  }

  private func last(in values: [Double], notAbove x: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
