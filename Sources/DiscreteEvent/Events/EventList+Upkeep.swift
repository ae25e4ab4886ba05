public import Quantities

extension EventList {
  /// Keys the near heap may hold before it is moved to the ladder: in the hold model the heap is
  /// the faster of the two below about two thousand pending events, the ladder above (Benchmarks/).
  @inlinable
  static var spillStandard: Int { 2048 }

  /// Cancelled keys that are always tolerated.
  @inlinable
  static var sweepMinimum: Int { 1024 }

  /// Brings the first pending event to the root of the near heap; false if there is none.
  @inlinable @inline(__always)
  mutating func settle() -> Bool {
    while true {
      if near.hasHole { near.fillHole() }
      if near.count == 0 {
        if !refill() { return false }
      }
      if slots.isLive(near.first) { return true }
      near.hasHole = true
      dead &-= 1
    }
  }

  /// Removes the event at the root, after `settle()` returned true.
  @inlinable @inline(__always)
  mutating func removeNext() -> (time: Instant, payload: Payload) {
    let key = near.first
    near.hasHole = true
    let payload = slots.slots[key.slot].payload
    slots.free(key.slot)
    live &-= 1
    clock = key.microseconds
    return (Instant(microseconds: key.microseconds), payload)
  }

  /// Fills the empty near heap from the ladder; false if no pending event is left.
  @inlinable @inline(never)
  mutating func refill() -> Bool {
    while live > 0 || dead > 0 {
      load(far.nextBucket(wholeTop: EventList.spillStandard / 2))
      if near.count > 0 { return true }
      if far.nearEnd == .max { break }
    }
    return false
  }

  /// Makes the living keys of a bucket the near heap, which was empty.
  ///
  /// Looking at every slot here, one after the other without dependence, also brings the slots into
  /// the cache before the events are popped.
  @inlinable
  mutating func load(_ bucket: Bucket) {
    var bucket = bucket
    near.reserve(NearHeap.root + Int(bucket.count) + 1)
    let base = near.base + NearHeap.root
    var n = 0
    let before = Int(bucket.count)
    while bucket.count > 0 {
      let (start, m) = far.pool.removeChunk(of: &bucket)
      for i in start..<(start &+ m) {
        let key = far.pool.keys[i]
        base[n] = key
        n &+= slots.isLive(key) ? 1 : 0
      }
    }
    if n < before { base[n] = .sentinel }
    dead &-= before &- n
    near.heapify(count: n)
    spillAbove = max(EventList.spillStandard, 2 &* n)
  }

  /// Moves the near heap, grown too large, to a finer rung of the ladder.
  @inlinable @inline(never)
  mutating func spill() {
    let bucket = unloadNear()
    if bucket.count > EventList.spillStandard / 2 && far.split(bucket, end: far.nearEnd) {
      _ = refill()
    } else {
      load(bucket)
    }
  }

  /// Empties the near heap into a bucket, leaving out keys of cancelled events.
  @inlinable
  mutating func unloadNear() -> Bucket {
    var bucket = Bucket()
    for i in (NearHeap.root &+ (near.hasHole ? 1 : 0))..<near.end {
      if slots.isLive(near.base[i]) {
        far.pool.append(near.base[i], to: &bucket)
      } else {
        dead &-= 1
      }
    }
    for i in NearHeap.root..<near.end { near.base[i] = .sentinel }
    near.heapify(count: 0)
    return bucket
  }

  /// Drops the keys of all cancelled events.
  /// - Complexity: O(n + b); n = keys held, b = buckets of the ladder.

  @inlinable @inline(never)
  mutating func sweep() {
    load(unloadNear())
    far.removeDead(slots)
    dead = 0
  }
}
