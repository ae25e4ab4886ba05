/// One variate of a law: from the stream, up to four parameters and a table.
typealias LawDraw =
  @convention(c) (
    _ stream: UnsafeMutableRawPointer, _ a: Double, _ b: Double, _ c: Double, _ d: Double,
    _ table: UnsafeRawPointer?
  ) -> Double

/// What a family makes of its parameters: moments, bounds and how to draw.
struct LawShape: Sendable {
  let mean: Double
  /// May be infinite.
  let variance: Double
  let lower: Double
  let upper: Double
  let slots: (Double, Double, Double, Double)
  let table: TableMemory?
  /// nil: always the first slot.
  let draw: LawDraw?
  /// exp(a + b z), z standard normal: the commonest law of durations, which a sampler draws itself.
  let isLognormal: Bool

  init(
    mean: Double, variance: Double, from lower: Double, to upper: Double,
    _ a: Double = 0, _ b: Double = 0, _ c: Double = 0, _ d: Double = 0,
    table: TableMemory? = nil, isLognormal: Bool = false,
    draw: LawDraw?
  ) {
    self.mean = mean
    self.variance = variance
    self.lower = lower
    self.upper = upper
    slots = (a, b, c, d)
    self.table = table
    self.isLognormal = isLognormal
    self.draw = draw
  }
}

/// The stream behind a law's raw pointer.
@inline(__always)
func randomStream(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<RandomStream> {
  pointer.assumingMemoryBound(to: RandomStream.self)
}
