/// Rows of one type with recycled slots: allocation is popping a free list, memory grows with the largest
/// number of rows alive at once.
struct Arena<Row: BitwiseCopyable>: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<Row>
  private var freeSlots: UnsafeMutablePointer<Int32>
  private var freeCount = 0
  private var used = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    rows = .allocate(capacity: capacity)
    freeSlots = .allocate(capacity: capacity)
  }

  deinit {
    rows.deallocate()
    freeSlots.deallocate()
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

  @inline(__always)
  mutating func release(_ slot: Int32) {
    freeSlots[freeCount] = slot
    freeCount += 1
  }

  /// Calls `body` with every row alive, in slot order. Complexity: O(rows ever alive at once).
  func forEachAlive(_ body: (Row) -> Void) {
    var isFree = [Bool](repeating: false, count: used)
    for index in 0..<freeCount { isFree[Int(freeSlots[index])] = true }
    for slot in 0..<used where !isFree[slot] { body(rows[slot]) }
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
    let newRows = UnsafeMutablePointer<Row>.allocate(capacity: larger)
    newRows.update(from: rows, count: used)
    rows.deallocate()
    rows = newRows
    freeSlots.deallocate()
    freeSlots = .allocate(capacity: larger)
    capacity = larger
  }

  @inline(__always)
  subscript(_ slot: Int32) -> Row {
    get { rows[Int(slot)] }
    nonmutating _modify { yield &rows[Int(slot)] }
  }
}
