/// Choice among weighted alternatives in constant time, by the alias method.
///
/// Not monotone in the uniform number: where draws must stay comparable between strategies, use
/// ``InversionTable``.
///
/// - Source: [vose1991].
public struct AliasTable: Sendable {
  public let count: Int
  private let memory: TableMemory

  /// - Parameter weights: One per alternative; finite, >= 0, with a sum > 0; fewer than 2^32.
  /// - Complexity: O(n).
  public init(weights: [Double]) {
    count = weights.count
    memory = TableMemory(Self.entries(checkedWeights(weights)))
  }

  /// A view without reference counting; valid while a copy of the table lives.
  public var sampler: AliasSampler {
    AliasSampler(
      entries: memory.start.assumingMemoryBound(to: AliasEntry.self), count: UInt64(count))
  }

  /// An index in 0..<count.
  ///
  /// - Draws: one word.
  public func sample(_ stream: inout RandomStream) -> Int {
    withExtendedLifetime(memory) { sampler.sample(&stream) }
  }

  /// The probability of an alternative as the table has it.
  ///
  /// - Complexity: O(n).
  public func probability(of index: Int) -> Double {
    withExtendedLifetime(memory) {
      let entries = sampler.entries
      var sum = 0.0
      for i in 0..<count {
        let own = Double(entries[i].threshold) * 0x1p-64
        if i == index { sum += own }
        if entries[i].alias == UInt32(index) { sum += 1 - own }
      }
      return sum / Double(count)
    }
  }

  private static func entries(_ weights: [Double]) -> [AliasEntry] {
    let n = weights.count
    let sum = weights.reduce(0, +)
    var share = weights.map { $0 / sum * Double(n) }
    var small: [Int] = []
    var large: [Int] = []
    for i in 0..<n { if share[i] < 1 { small.append(i) } else { large.append(i) } }
    var entries = (0..<n).map { AliasEntry(threshold: .max, alias: UInt32($0)) }
    while let poor = small.last, let rich = large.last {
      small.removeLast()
      entries[poor] = AliasEntry(threshold: UInt64(share[poor] * 0x1p64), alias: UInt32(rich))
      share[rich] = (share[rich] + share[poor]) - 1
      if share[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    return entries  // what is left has share 1 but for rounding, and stays its own alias
  }
}

/// One column: the lower part is the column's own alternative, the rest its alias.
@frozen
@usableFromInline
struct AliasEntry: BitwiseCopyable {
  @usableFromInline let threshold: UInt64
  @usableFromInline let alias: UInt32

  @usableFromInline
  init(threshold: UInt64, alias: UInt32) {
    self.threshold = threshold
    self.alias = alias
  }
}

/// What ``AliasTable/sampler`` gives.
@frozen
public struct AliasSampler: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let entries: UnsafePointer<AliasEntry>
  @usableFromInline let count: UInt64

  @usableFromInline
  init(entries: UnsafePointer<AliasEntry>, count: UInt64) {
    self.entries = entries
    self.count = count
  }

  /// An index in 0..<count. The word times the count gives the column above, the place in it below.
  ///
  /// - Draws: one word.
  @inlinable @inline(__always)
  public func sample(_ stream: inout RandomStream) -> Int {
    let (column, place) = stream.next().multipliedFullWidth(by: count)
    let entry = entries[Int(truncatingIfNeeded: column)]
    return place < entry.threshold
      ? Int(truncatingIfNeeded: column) : Int(truncatingIfNeeded: entry.alias)
  }
}

func checkedWeights(_ weights: [Double]) -> [Double] {
  precondition(!weights.isEmpty && weights.count < 1 << 32, "a table needs 1 to 2^32 - 1 weights")
  precondition(weights.allSatisfy { $0.isFinite && $0 >= 0 }, "weights must be finite and >= 0")
  let sum = weights.reduce(0, +)
  precondition(sum > 0 && sum.isFinite, "weights need a finite sum > 0")
  return weights
}
