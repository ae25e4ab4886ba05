/// An unsorted bag of keys: a chain of chunks of which the first is partly filled.
@frozen @usableFromInline
struct Bucket: BitwiseCopyable {
  @usableFromInline var chunk: UInt32
  @usableFromInline var count: UInt32

  @inlinable
  init() {
    chunk = ChunkPool.none
    count = 0
  }
}

/// Chunks of 32 keys (512 bytes) from which all buckets are made, recycled last in, first out.
///
/// Keys are written one after the other, so that filling a bucket and emptying it read memory in
/// sequence.
@frozen @usableFromInline
struct ChunkPool: ~Copyable {
  @usableFromInline var keys: UnsafeMutablePointer<EventKey>
  /// Next chunk of the same bucket or, if free, the next free one.
  @usableFromInline var next: UnsafeMutablePointer<UInt32>
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int
  @usableFromInline var firstFree: UInt32

  @inlinable
  static var none: UInt32 { .max }
  @inlinable
  static var chunkSize: Int { 32 }

  @inlinable
  init() {
    capacity = 0
    used = 0
    firstFree = ChunkPool.none
    keys = NearHeap.allocate(0)
    next = .allocate(capacity: 0)
  }

  @inlinable
  deinit {
    UnsafeMutableRawPointer(keys).deallocate()
    next.deallocate()
  }

  @inlinable @inline(__always)
  mutating func append(_ key: EventKey, to bucket: inout Bucket) {
    let place = Int(truncatingIfNeeded: bucket.count) & (ChunkPool.chunkSize &- 1)
    if place == 0 { bucket.chunk = take(before: bucket.chunk) }
    keys[Int(truncatingIfNeeded: bucket.chunk) &* ChunkPool.chunkSize &+ place] = key
    bucket.count &+= 1
  }

  /// Moves the chunk at the head of a bucket that is not empty to the free chunks; its keys are
  /// `keys[start ..< start + count]`.
  ///
  /// They stay readable while they are appended, one for one and in this order, to buckets of the
  /// same pool: the chunk may be taken again, but is then written no faster than it is read.
  @inlinable @inline(__always)
  mutating func removeChunk(of bucket: inout Bucket) -> (start: Int, count: Int) {
    let n = (Int(truncatingIfNeeded: bucket.count) &- 1) & (ChunkPool.chunkSize &- 1) &+ 1
    let chunk = Int(truncatingIfNeeded: bucket.chunk)
    bucket.count &-= UInt32(truncatingIfNeeded: n)
    bucket.chunk = next[chunk]
    next[chunk] = firstFree
    firstFree = UInt32(truncatingIfNeeded: chunk)
    return (chunk &* ChunkPool.chunkSize, n)
  }

  /// The least and the greatest high word of the keys in a bucket that is not empty.
  /// - Complexity: O(n).
  @inlinable
  func range(of bucket: Bucket) -> (least: UInt64, greatest: UInt64) {
    var chunk = Int(truncatingIfNeeded: bucket.chunk)
    var left = Int(truncatingIfNeeded: bucket.count)
    var n = (left &- 1) & (ChunkPool.chunkSize &- 1) &+ 1
    var least = UInt64.max
    var greatest = UInt64.min
    while left > 0 {
      let start = keys + chunk &* ChunkPool.chunkSize
      for i in 0..<n {
        least = min(least, start[i].high)
        greatest = max(greatest, start[i].high)
      }
      left &-= n
      n = ChunkPool.chunkSize
      chunk = Int(truncatingIfNeeded: next[chunk])
    }
    return (least, greatest)
  }

  @inlinable
  mutating func take(before successor: UInt32) -> UInt32 {
    var chunk = firstFree
    if chunk != ChunkPool.none {
      firstFree = next[Int(truncatingIfNeeded: chunk)]
    } else {
      if used == capacity { grow() }
      chunk = UInt32(truncatingIfNeeded: used)
      used &+= 1
    }
    next[Int(truncatingIfNeeded: chunk)] = successor
    return chunk
  }

  @inlinable @inline(never)
  mutating func grow() {
    let newCapacity = max(64, capacity + capacity / 2)
    let newKeys = NearHeap.allocate(newCapacity * ChunkPool.chunkSize)
    let newNext = UnsafeMutablePointer<UInt32>.allocate(capacity: newCapacity)
    newKeys.initialize(from: keys, count: used * ChunkPool.chunkSize)
    newNext.initialize(from: next, count: used)
    UnsafeMutableRawPointer(keys).deallocate()
    next.deallocate()
    keys = newKeys
    next = newNext
    capacity = newCapacity
  }
}
