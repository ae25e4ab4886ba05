/// The far events: unsorted buckets of keys, split more finely the nearer they are due.
///
/// From far to near: the top takes every key at or after the end of the coarsest rung; a rung is a
/// row of buckets of equal width (a power of two, so that a shift finds the bucket), of which the
/// last reaches to the end of the rung; a finer rung covers one bucket of the rung before it. A
/// bucket that becomes due is split into a finer rung if it is large, or else handed over whole to
/// the heap of the near events.
///
/// Widths follow from the keys that are split and never from a guess about the distribution of
/// increments, so that bimodal and heavy-tailed schedules cost further rungs but no scans. Keys of
/// the same instant and priority are not split.
///
/// - Complexity: append and handing over O(1) amortized per key, if splitting k times narrows the
///   range of the keys enough; k is at most 24, and 1 or 2 on smooth schedules.
/// - Source: Tang, Goh, Thng (2005), Ladder queue, ACM TOMACS 15(3), 175-204. There the near events
///   are a sorted list; here they are a heap.
@frozen @usableFromInline
struct Ladder: ~Copyable {
  @frozen @usableFromInline
  struct Rung: BitwiseCopyable {
    /// High word of the first key, and one past the last, that the rung takes.
    @usableFromInline var start, end: UInt64
    /// Binary logarithm of a bucket's width.
    @usableFromInline var shift: UInt64
    /// Place of the first bucket in `buckets`, number of buckets, and the bucket last handed over
    /// or split.
    @usableFromInline var first, count, current: Int

    @inlinable
    init(start: UInt64, end: UInt64, shift: UInt64, first: Int, count: Int) {
      self.start = start
      self.end = end
      self.shift = shift
      self.first = first
      self.count = count
      current = 0
    }

    /// The last bucket's width is not that of the others.
    @inlinable
    var endOfCurrent: UInt64 {
      current == count &- 1 ? end : start &+ (UInt64(truncatingIfNeeded: current) &+ 1) &<< shift
    }
  }

  /// Keys before go to the near heap; `.max` while there are no far events.
  @usableFromInline var nearEnd: UInt64
  /// Keys at or after go to the top.
  @usableFromInline var topStart: UInt64
  @usableFromInline var top: Bucket
  @usableFromInline var rungs: UnsafeMutablePointer<Rung>
  @usableFromInline var depth: Int
  /// The buckets of all rungs, coarsest first.
  @usableFromInline var buckets: UnsafeMutablePointer<Bucket>
  @usableFromInline var bucketCapacity: Int
  @usableFromInline var bucketsUsed: Int
  @usableFromInline var pool: ChunkPool

  @inlinable
  static var maximumDepth: Int { 24 }
  /// A due bucket with more keys is split; 128 to 512 make no difference that can be measured.
  @inlinable
  static var splitAbove: Int { 256 }
  /// Mean number of keys per bucket of a new rung, one chunk, and the most buckets it may have.
  @inlinable
  static var keysPerBucket: Int { 32 }
  @inlinable
  static var bucketMaximum: Int { 1 << 14 }

  @inlinable
  init() {
    nearEnd = .max
    topStart = .max
    top = Bucket()
    rungs = .allocate(capacity: Ladder.maximumDepth)
    depth = 0
    bucketCapacity = 0
    bucketsUsed = 0
    buckets = .allocate(capacity: 0)
    pool = ChunkPool()
  }

  @inlinable
  deinit {
    rungs.deallocate()
    buckets.deallocate()
  }

  /// Takes a key at or after `nearEnd`.
  @inlinable @inline(__always)
  mutating func append(_ key: EventKey) {
    if key.high >= topStart {
      pool.append(key, to: &top)
      return
    }
    var r = 0
    while r &+ 1 < depth && key.high < rungs[r &+ 1].end { r &+= 1 }
    append(key, to: rungs[r])
  }

  @inlinable @inline(__always)
  mutating func append(_ key: EventKey, to rung: Rung) {
    let i = Int(truncatingIfNeeded: (key.high &- rung.start) &>> rung.shift)
    pool.append(key, to: &buckets[rung.first &+ min(i, rung.count &- 1)])
  }
}
