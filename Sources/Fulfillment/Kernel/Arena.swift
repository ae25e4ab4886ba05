internal import CInstructions
internal import Foundation

/// Rows of one type with recycled slots: allocation is popping a free list, memory grows with the largest
/// number of rows alive at once. Grown by `realloc`, which moves the pages of large blocks and copies none.
struct Arena<Row: BitwiseCopyable>: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<Row>
  private var freeSlots: UnsafeMutablePointer<Int32>
  private var freeCount = 0
  private var used = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    rows = Arena.resized(nil, to: capacity)
    freeSlots = Arena.resized(nil, to: capacity)
  }

  deinit {
    free(rows)
    free(freeSlots)
  }

  private static func resized<Element>(_ block: UnsafeMutablePointer<Element>?, to count: Int)
    -> UnsafeMutablePointer<Element>
  {
    guard let memory = realloc(block, count * MemoryLayout<Element>.stride) else {
      fatalError("out of memory for \(count) rows")
    }
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  /// Rows alive.
  var count: Int { used - freeCount }

  @inline(__always)
  mutating func allocate() -> Int32 {
    if freeCount > 0 {
      freeCount -= 1
      return freeSlots[freeCount]
    }
    if used == capacity { grow() }
    used += 1
    return Int32(truncatingIfNeeded: used - 1)
  }

  /// Brings a row into the cache: with millions of rows alive, waiting for memory is most of the work.
  @inline(__always)
  func prefetch(_ slot: Int32) { prefetch_line(rows + Int(slot)) }

  @inline(__always)
  mutating func release(_ slot: Int32) {
    freeSlots[freeCount] = slot
    freeCount += 1
  }

  /// Slots of the rows alive, ascending. Complexity: O(rows ever alive at once).
  var aliveSlots: [Int32] {
    var isFree = [Bool](repeating: false, count: used)
    for index in 0..<freeCount { isFree[Int(freeSlots[index])] = true }
    return (0..<used).compactMap { isFree[$0] ? nil : Int32($0) }
  }

  /// Calls `body` with every row alive, in slot order.
  func forEachAlive(_ body: (Row) -> Void) {
    for slot in aliveSlots { body(rows[Int(slot)]) }
  }

  /// Rows alive that satisfy a condition, counted in the memory itself.
  func countAlive(where isCounted: (Row) -> Bool) -> Int {
    var count = 0
    forEachAlive { if isCounted($0) { count += 1 } }
    return count
  }

  @inline(never)
  private mutating func grow() {
    let larger = capacity + capacity / 2
    precondition(larger < Int32.max, "too many rows alive")
    rows = Arena.resized(rows, to: larger)
    freeSlots = Arena.resized(freeSlots, to: larger)
    capacity = larger
  }

  @inline(__always)
  subscript(_ slot: Int32) -> Row {
    get { rows[Int(slot)] }
    nonmutating _modify { yield &rows[Int(slot)] }
  }
}
