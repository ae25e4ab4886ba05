/// One variate of a law: from the stream, up to four parameters and a table.
typealias LawDraw =
  @convention(c) (
    _ stream: UnsafeMutableRawPointer, _ a: Double, _ b: Double, _ c: Double, _ d: Double,
    _ table: UnsafeRawPointer?
  ) -> Double

/// The commonest laws, which a sampler draws without calling their function.
@frozen
@usableFromInline
enum LawForm: UInt8 {
  case general
  /// exp(a + b z), z standard normal: durations.
  case lognormal
  /// One of a few values: lines of an order.
  case discrete
}

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
  let form: LawForm

  init(
    mean: Double, variance: Double, from lower: Double, to upper: Double,
    _ a: Double = 0, _ b: Double = 0, _ c: Double = 0, _ d: Double = 0,
    table: TableMemory? = nil, form: LawForm = .general,
    draw: LawDraw?
  ) {
    self.mean = mean
    self.variance = variance
    self.lower = lower
    self.upper = upper
    slots = (a, b, c, d)
    self.table = table
    self.form = form
    self.draw = draw
  }
}

/// The stream behind a law's raw pointer.
@inline(__always)
func randomStream(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<RandomStream> {
  pointer.assumingMemoryBound(to: RandomStream.self)
}
