/// Arrival epochs of a rate as raw memory, for loops without reference counting.
///
/// The same numbers as ``PoissonArrivals``. Valid while the ``PoissonArrivalsTable`` lives.
@frozen
public struct PoissonArrivalsSampler: BitwiseCopyable {
  /// Per segment: expected events before it, its start, its end, its first rate and its slope.
  @frozen
  public struct Segment: BitwiseCopyable {
    public var cumulative: Double
    public var start: Double
    public var end: Double
    public var rate: Double
    public var slope: Double
    /// Expected events before the next segment.
    public var next: Double

    @inlinable
    public init(
      cumulative: Double, start: Double, end: Double, rate: Double, slope: Double, next: Double
    ) {
      self.cumulative = cumulative
      self.start = start
      self.end = end
      self.rate = rate
      self.slope = slope
      self.next = next
    }
  }
  @usableFromInline var segment: UnsafePointer<Segment>
  @usableFromInline let total: Double
  /// Expected events up to the last arrival given.
  @usableFromInline var position = 0.0

  @inlinable
  init(segments: UnsafePointer<Segment>, total: Double) {
    segment = segments
    self.total = total
  }

  /// The time of the next arrival; nil after the last segment.
  ///
  /// - Draws: one word.
  @inlinable
  @inline(__always)
  public mutating func next(_ stream: inout RandomStream) -> Double? {
    position += stream.exponential()
    guard position < total else { return nil }
    while segment.pointee.next <= position { segment += 1 }
    let piece = segment.pointee
    let rest = position - piece.cumulative
    guard rest > 0 else { return piece.start }
    // What the root comes to, bit by bit.
    if piece.slope == 0 { return min(piece.start + rest / piece.rate, piece.end) }
    let root = max(piece.rate * piece.rate + 2 * piece.slope * rest, 0).squareRoot()
    return min(piece.start + 2 * rest / (piece.rate + root), piece.end)
  }
}

/// Memory of the segments of a rate, shared by all samplers.
public final class PoissonArrivalsTable: @unchecked Sendable {
  private let segments: UnsafeMutablePointer<PoissonArrivalsSampler.Segment>
  private let total: Double

  public init(_ rate: PiecewiseLinearRate) {
    let count = rate.times.count - 1
    segments = .allocate(capacity: max(1, count))
    total = rate.total
    for i in 0..<count {
      let width = rate.times[i + 1] - rate.times[i]
      (segments + i).initialize(
        to: PoissonArrivalsSampler.Segment(
          cumulative: rate.cumulatives[i], start: rate.times[i], end: rate.times[i + 1],
          rate: rate.rates[i],
          slope: width > 0 ? (rate.rates[i + 1] - rate.rates[i]) / width : 0,
          next: rate.cumulatives[i + 1]))
    }
  }

  deinit { segments.deallocate() }

  /// A sampler that starts at the first segment.
  public var sampler: PoissonArrivalsSampler {
    PoissonArrivalsSampler(segments: segments, total: total)
  }
}
