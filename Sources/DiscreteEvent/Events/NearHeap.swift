/// The next events: a 4-ary min-heap of keys that takes the least of four by selects instead of
/// branches.
///
/// The root sits at position 3 and the children of `i` at `4i - 8 ..< 4i - 4`, so that siblings
/// share one 64-byte cache line. Places beyond the end hold the sentinel, so that a group of
/// siblings is always full. Taking the root leaves a hole there, which the next push fills: pop and
/// push then cost one pass instead of two.
///
/// - Complexity: push, take and fill O(log n); n = keys held.
@frozen @usableFromInline
struct NearHeap: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<EventKey>
  /// One past the last position; `root` when empty.
  @usableFromInline var end: Int
  /// Positions allocated, a multiple of four.
  @usableFromInline var capacity: Int
  /// The root was taken and its place not yet filled; the hole counts as held.
  @usableFromInline var hasHole: Bool

  @inlinable
  static var root: Int { 3 }

  @inlinable
  init(minimumCapacity: Int) {
    capacity = (max(minimumCapacity, 8) + NearHeap.root + 3) & ~3
    base = NearHeap.allocate(capacity)
    base.initialize(repeating: .sentinel, count: capacity)
    end = NearHeap.root
    hasHole = false
  }

  @inlinable
  deinit { UnsafeMutableRawPointer(base).deallocate() }

  @inlinable
  static func allocate(_ capacity: Int) -> UnsafeMutablePointer<EventKey> {
    UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<EventKey>.stride, alignment: 64
    ).bindMemory(to: EventKey.self, capacity: capacity)
  }

  /// Keys held, a hole included.
  @inlinable
  var count: Int { end &- NearHeap.root }

  /// The least key; only while there is no hole and the heap is not empty.
  @inlinable
  var first: EventKey { base[NearHeap.root] }

  @inlinable @inline(__always)
  mutating func push(_ key: EventKey) {
    if hasHole {
      hasHole = false
      siftDown(key, from: NearHeap.root)
      return
    }
    if end == capacity { reserve(2 &* capacity) }
    let i = end
    end = i &+ 1
    siftUp(key, from: i, to: NearHeap.root)
  }

  /// Puts the last key where the root was taken.
  @inlinable @inline(__always)
  mutating func fillHole() {
    hasHole = false
    end = end &- 1
    let last = base[end]
    base[end] = .sentinel
    if end != NearHeap.root { siftDown(last, from: NearHeap.root) }
  }

  @inlinable @inline(__always)
  func siftUp(_ key: EventKey, from start: Int, to top: Int) {
    var i = start
    while i > top {
      let parent = i &>> 2 &+ 2
      let above = base[parent]
      if !(key < above) { break }
      base[i] = above
      i = parent
    }
    base[i] = key
  }

  @inlinable @inline(__always)
  func siftDown(_ key: EventKey, from start: Int) {
    var i = start
    while true {
      let child = 4 &* i &- 8
      if child >= end { break }
      // An only child needs no search: few models are as small, but in those it is most of the
      // work.
      let least = child &+ 1 == end ? child : child &+ NearHeap.leastOfFour(base + child)
      let below = base[least]
      if !(below < key) { break }
      base[i] = below
      i = least
    }
    base[i] = key
  }

  @inlinable @inline(__always)
  static func leastOfFour(_ keys: UnsafeMutablePointer<EventKey>) -> Int {
    let a = keys[1] < keys[0] ? 1 : 0
    let b = keys[3] < keys[2] ? 3 : 2
    let takeB = keys[b] < keys[a] ? 1 : 0
    return a ^ ((a ^ b) & (0 &- takeB))
  }

  /// Makes a heap of the `n` keys that were written from the root's position on; the heap was
  /// empty.
  /// - Complexity: O(n).
  @inlinable
  mutating func heapify(count n: Int) {
    end = NearHeap.root &+ n
    hasHole = false
    if n < 2 { return }
    var i = (end &- 1) &>> 2 &+ 2
    while i >= NearHeap.root {
      siftDown(base[i], from: i)
      i &-= 1
    }
  }

  @inlinable @inline(never)
  mutating func reserve(_ positions: Int) {
    if positions <= capacity { return }
    let newCapacity = (max(positions, 2 * capacity) + 3) & ~3
    let grown = NearHeap.allocate(newCapacity)
    grown.initialize(from: base, count: end)
    (grown + end).initialize(repeating: .sentinel, count: newCapacity - end)
    UnsafeMutableRawPointer(base).deallocate()
    base = grown
    capacity = newCapacity
  }
}
