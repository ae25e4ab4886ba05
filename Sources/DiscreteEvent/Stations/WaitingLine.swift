/// Tokens that wait, oldest first: a ring buffer that gives from either end.
///
/// - Complexity: O(1) per operation, amortized while growing; 16 bytes per place.
@frozen @usableFromInline
struct WaitingLine: ~Copyable {
  @frozen @usableFromInline
  struct Entry: BitwiseCopyable {
    /// When the wait began [µs].
    @usableFromInline var since: Int64
    @usableFromInline var token: UInt32

    @inlinable
    init(since: Int64, token: UInt32) {
      self.since = since
      self.token = token
    }
  }

  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  /// Places minus one; their number is a power of two.
  @usableFromInline var mask: Int
  @usableFromInline var head: Int
  @usableFromInline var count: Int

  @inlinable
  init() {
    entries = .allocate(capacity: 8)
    mask = 7
    head = 0
    count = 0
  }

  @inlinable
  deinit { entries.deallocate() }

  @inlinable @inline(__always)
  mutating func append(_ entry: Entry) {
    if count > mask { grow() }
    (entries + ((head &+ count) & mask)).initialize(to: entry)
    count &+= 1
  }

  @inlinable @inline(__always)
  mutating func removeFirst() -> Entry {
    let entry = entries[head]
    head = (head &+ 1) & mask
    count &-= 1
    return entry
  }

  @inlinable @inline(__always)
  mutating func removeLast() -> Entry {
    count &-= 1
    return entries[(head &+ count) & mask]
  }

  @inlinable @inline(__always)
  subscript(place: Int) -> Entry { entries[(head &+ place) & mask] }

  @inlinable @inline(never)
  mutating func grow() {
    let places = mask + 1
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * places)
    let older = places - head
    grown.moveInitialize(from: entries + head, count: older)
    (grown + older).moveInitialize(from: entries, count: head)
    entries.deallocate()
    entries = grown
    mask = 2 * places - 1
    head = 0
  }
}
