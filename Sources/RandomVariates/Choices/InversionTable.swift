/// Choice among weighted alternatives by inversion: the index increases with the uniform number.
///
/// For common random numbers, antithetic and stratified draws. A guide gives the first candidate, so
/// that two comparisons are expected; the answer is that of a search through the whole cdf.
///
/// - Source: [chen1974] (guide), [devroye1986] sec. III.2.
public struct InversionTable: Sendable {
  public let count: Int
  private let memory: TableMemory

  /// - Parameter weights: One per alternative; finite, >= 0, with a sum > 0; fewer than 2^32.
  /// - Complexity: O(n).
  public init(weights: [Double]) {
    count = weights.count
    memory = TableMemory(Self.entries(checkedWeights(weights)))
  }

  /// A view without reference counting; valid while a copy of the table lives.
  public var sampler: InversionSampler {
    InversionSampler(
      entries: memory.start.assumingMemoryBound(to: InversionEntry.self), count: Double(count))
  }

  /// An index in 0..<count.
  ///
  /// - Draws: one word.
  public func sample(_ stream: inout RandomStream) -> Int {
    withExtendedLifetime(memory) { sampler.sample(&stream) }
  }

  /// The smallest index whose cumulative probability is above `u`, for `u` in 0..<1.
  public func index(at u: Double) -> Int {
    withExtendedLifetime(memory) { sampler.index(at: u) }
  }

  private static func entries(_ weights: [Double]) -> [InversionEntry] {
    let n = weights.count
    let sum = weights.reduce(0, +)
    let last = weights.lastIndex { $0 > 0 }!
    var cumulative = 0.0
    var cdf = weights.map { weight in
      cumulative += weight
      return min(cumulative / sum, 1)
    }
    for i in last..<n { cdf[i] = 1 }
    // Compared as the sampler computes u · n: rounding is monotone, so no answer lies before a guide.
    var first = 0
    return (0..<n).map { cell in
      while Int(cdf[first] * Double(n)) < cell { first += 1 }
      return InversionEntry(cdf: cdf[cell], guide: UInt32(first))
    }
  }
}

/// The cdf at one index, and the first index worth comparing for u in the cell of that number.
@frozen
@usableFromInline
struct InversionEntry: BitwiseCopyable {
  @usableFromInline let cdf: Double
  @usableFromInline let guide: UInt32

  @usableFromInline
  init(cdf: Double, guide: UInt32) {
    self.cdf = cdf
    self.guide = guide
  }
}

/// What ``InversionTable/sampler`` gives.
@frozen
public struct InversionSampler: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let entries: UnsafePointer<InversionEntry>
  @usableFromInline let count: Double

  @usableFromInline
  init(entries: UnsafePointer<InversionEntry>, count: Double) {
    self.entries = entries
    self.count = count
  }

  /// An index in 0..<count.
  ///
  /// - Draws: one word.
  @inlinable
  public func sample(_ stream: inout RandomStream) -> Int { index(at: stream.uniform()) }

  /// The smallest index whose cumulative probability is above `u`, for `u` in 0..<1.
  @inlinable
  public func index(at u: Double) -> Int {
    // u · n may round up to n; the last cell is then as good a start as any.
    var i = Int(entries[Int(min(u * count, count - 1))].guide)
    while entries[i].cdf <= u { i &+= 1 }
    return i
  }
}
