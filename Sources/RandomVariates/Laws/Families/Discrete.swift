public import CInstructions

extension LawFamily {
  /// - Draws: one word, by inversion in the sequence of the values.
  static let discrete = LawFamily(
    "discrete", "One of some values, each with a weight.",
    [
      LawParameter("values", "The values.", carriesUnit: true, list: true),
      LawParameter("weights", "One per value; need not sum to 1.", list: true, from: 0),
    ]
  ) { given throws(LawError) in
    let (values, weights) = (given.list("values"), given.list("weights"))
    guard !values.isEmpty else { throw given.error("values", "must be 1 or more, not 0") }
    guard weights.count == values.count else {
      throw given.error("weights", "must be \(values.count), one per value, not \(weights.count)")
    }
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else { throw given.error("weights", "must have a sum > 0") }
    let sorted = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    let mean = sorted.reduce(0) { $0 + $1.0 * ($1.1 / sum) }
    let variance = sorted.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * ($1.1 / sum) }
    let table = InversionTable(weights: sorted.map(\.1))
    let entries = withExtendedLifetime(table) {
      sorted.indices.map { i in
        DiscreteEntry(choice: table.sampler.entries[i], value: sorted[i].0)
      }
    }
    return LawShape(
      mean: mean, variance: variance, from: sorted[0].0, to: sorted[sorted.count - 1].0,
      Double(sorted.count), table: TableMemory(entries), form: .discrete
    ) { stream, count, _, _, _, table in
      DiscreteEntry.draw(randomStream(stream).pointee.uniform(), count, table!)
    }
  }
}

/// A value with its place in the cdf.
@frozen
@usableFromInline
struct DiscreteEntry: BitwiseCopyable {
  @usableFromInline let choice: InversionEntry
  @usableFromInline let value: Double

  init(choice: InversionEntry, value: Double) {
    self.choice = choice
    self.value = value
  }

  /// The value of the smallest cumulative probability above `u`, for `u` in 0..<1.
  @inlinable @inline(__always)
  static func draw(_ u: Double, _ count: Double, _ table: UnsafeRawPointer) -> Double {
    let entries = table.assumingMemoryBound(to: DiscreteEntry.self)
    var i = Int(entries[Int(truncated(min(u * count, count - 1)))].choice.guide)
    while entries[i].choice.cdf <= u { i &+= 1 }
    return entries[i].value
  }
}

extension Law {
  public static func discrete(values: [Double], weights: [Double]) throws(LawError) -> Law {
    try LawFamily.discrete.make([:], lists: ["values": values, "weights": weights])
  }
}
