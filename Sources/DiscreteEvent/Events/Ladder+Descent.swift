extension Ladder {
  /// The next bucket to go to the near heap, empty if there are no far events left; moves `nearEnd`
  /// to its end.
  ///
  /// - Parameter wholeTop: A top of at most this many keys is handed over without a rung, which
  ///   ends the use of the ladder.
  @inlinable
  mutating func nextBucket(wholeTop: Int) -> Bucket {
    while true {
      if depth == 0 {
        let bucket = top
        top = Bucket()
        if bucket.count > wholeTop && split(bucket, end: .max) { continue }
        nearEnd = .max
        topStart = .max
        return bucket
      }
      let rung = rungs + (depth &- 1)
      var current = rung.pointee.current
      while current < rung.pointee.count && buckets[rung.pointee.first &+ current].count == 0 {
        current &+= 1
      }
      rung.pointee.current = current
      if current == rung.pointee.count {
        bucketsUsed = rung.pointee.first
        depth &-= 1
        continue
      }
      let bucket = buckets[rung.pointee.first &+ current]
      buckets[rung.pointee.first &+ current] = Bucket()
      let end = rung.pointee.endOfCurrent
      if bucket.count > Ladder.splitAbove && split(bucket, end: end) { continue }
      nearEnd = end
      return bucket
    }
  }

  /// Spreads a bucket over a new finest rung that takes keys before `end`; false, and nothing done,
  /// if all its keys have the same high word or the rungs are used up.
  ///
  /// The first rung ends where its last bucket does, and the top begins there.
  ///
  /// - Complexity: O(n); n = keys in the bucket.
  @inlinable
  mutating func split(_ bucket: Bucket, end: UInt64) -> Bool {
    let (least, greatest) = pool.range(of: bucket)
    if least == greatest || depth == Ladder.maximumDepth { return false }
    let keys = Int(truncatingIfNeeded: bucket.count)
    let wanted = min(max(keys / Ladder.keysPerBucket, 16), Ladder.bucketMaximum)
    let bits = Int.bitWidth - 1 - wanted.leadingZeroBitCount
    let shift = max(0, UInt64.bitWidth - (greatest - least).leadingZeroBitCount - bits)
    let count = Int((greatest - least) >> UInt64(shift)) + 1
    var rung = Rung(
      start: least, end: end, shift: UInt64(shift), first: bucketsUsed, count: count)
    if depth == 0 {
      let start = least &+ UInt64(count &- 1) &<< UInt64(shift)
      let (bound, overflow) = start.addingReportingOverflow(1 << UInt64(shift))
      rung.end = overflow ? .max : bound
      topStart = rung.end
    }
    if bucketsUsed + count > bucketCapacity { growBuckets(to: bucketsUsed + count) }
    (buckets + bucketsUsed).initialize(repeating: Bucket(), count: count)
    bucketsUsed += count
    rungs[depth] = rung
    depth += 1
    var rest = bucket
    while rest.count > 0 {
      let (start, n) = pool.removeChunk(of: &rest)
      for i in start..<(start &+ n) { append(pool.keys[i], to: rung) }
    }
    return true
  }

  @inlinable @inline(never)
  mutating func growBuckets(to minimum: Int) {
    let newCapacity = max(minimum, 2 * bucketCapacity)
    let grown = UnsafeMutablePointer<Bucket>.allocate(capacity: newCapacity)
    grown.initialize(from: buckets, count: bucketsUsed)
    buckets.deallocate()
    buckets = grown
    bucketCapacity = newCapacity
  }

  /// Drops the keys of cancelled events.
  /// - Complexity: O(n + b); n = keys, b = buckets.
  @inlinable @inline(never)
  mutating func removeDead<Payload>(_ slots: borrowing SlotTable<Payload>) {
    for i in 0..<bucketsUsed { buckets[i] = living(of: buckets[i], slots) }
    top = living(of: top, slots)
  }

  @inlinable
  mutating func living<Payload>(
    of bucket: Bucket, _ slots: borrowing SlotTable<Payload>
  ) -> Bucket {
    var rest = bucket
    var kept = Bucket()
    while rest.count > 0 {
      let (start, n) = pool.removeChunk(of: &rest)
      for i in start..<(start &+ n) where slots.isLive(pool.keys[i]) {
        pool.append(pool.keys[i], to: &kept)
      }
    }
    return kept
  }
}
