/// Arrivals of a Poisson process whose rate changes over time, one after the other, by inversion.
///
/// The n-th arrival is where the n-th event of a unit-rate process falls on the integrated rate, hence
/// synchronized and monotone: a higher rate moves each arrival forward.
///
/// - Source: [cinlar1975].
public struct PoissonArrivals: Sendable {
  public let rate: PiecewiseLinearRate
  /// Expected events up to the last arrival given.
  private var position = 0.0
  private var knot = 0

  public init(rate: PiecewiseLinearRate) { self.rate = rate }

  /// The time of the next arrival; nil after the last knot.
  ///
  /// - Draws: one word.
  /// - Complexity: O(1) over all arrivals of a pass, but for the number of knots.
  public mutating func next(_ stream: inout RandomStream) -> Double? {
    position += stream.exponential()
    guard position < rate.total else { return nil }
    while rate.cumulatives[knot + 1] <= position { knot += 1 }
    return rate.inverse(position, in: knot)
  }
}
