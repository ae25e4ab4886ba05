/// Tokens that wait, in the order (key, first in first out): a binary min-heap.
///
/// - Complexity: insert and remove O(log n); n = tokens that wait; 24 bytes per place.
@frozen @usableFromInline
struct PriorityLine: ~Copyable {
  @frozen @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline var entry: WaitingLine.Entry
    @usableFromInline var key: UInt32
    @usableFromInline var sequence: UInt64

    @inlinable
    init(entry: WaitingLine.Entry, key: UInt32, sequence: UInt64) {
      self.entry = entry
      self.key = key
      self.sequence = sequence
    }

    @inlinable
    static func < (a: Entry, b: Entry) -> Bool {
      a.key < b.key || (a.key == b.key && a.sequence < b.sequence)
    }
  }

  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  @usableFromInline var capacity: Int
  @usableFromInline var count: Int
  @usableFromInline var sequence: UInt64

  @inlinable
  init() {
    entries = .allocate(capacity: 0)
    capacity = 0
    count = 0
    sequence = 0
  }

  @inlinable
  deinit { entries.deallocate() }

  @inlinable
  mutating func insert(_ entry: WaitingLine.Entry, key: UInt32) {
    if count == capacity { grow() }
    sequence &+= 1
    let new = Entry(entry: entry, key: key, sequence: sequence)
    var i = count
    count += 1
    while i > 0 {
      let parent = (i - 1) / 2
      if !(new < entries[parent]) { break }
      (entries + i).initialize(to: entries[parent])
      i = parent
    }
    (entries + i).initialize(to: new)
  }

  @inlinable
  mutating func removeFirst() -> WaitingLine.Entry {
    let first = entries[0].entry
    count -= 1
    let last = entries[count]
    var i = 0
    while true {
      var child = 2 * i + 1
      if child >= count { break }
      if child + 1 < count && entries[child + 1] < entries[child] { child += 1 }
      if !(entries[child] < last) { break }
      entries[i] = entries[child]
      i = child
    }
    entries[i] = last
    return first
  }

  @inlinable @inline(never)
  mutating func grow() {
    let newCapacity = max(8, 2 * capacity)
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: newCapacity)
    grown.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = grown
    capacity = newCapacity
  }
}
