/// A ``QuantileSketch`` while it is filled in a loop: the buckets of usual values in memory of their own, so
/// that an observation is two looks into tables and one addition.
///
/// - Complexity: add O(1); 34 kB.
public struct SketchBuilder: ~Copyable {
  @usableFromInline let counts: UnsafeMutablePointer<Int>
  @usableFromInline let keys = SketchKeys.shared
  @usableFromInline var rest = QuantileSketch()

  public init() {
    counts = .allocate(capacity: SketchKeys.count)
    counts.initialize(repeating: 0, count: SketchKeys.count)
  }

  deinit { counts.deallocate() }

  /// Adds one observation, finite and >= 0.
  @inlinable @inline(__always)
  public mutating func insert(_ x: Double) {
    let place = keys.place(of: x)
    if place < 0 { return insertRare(x) }
    counts[place] &+= 1
  }

  @usableFromInline @inline(never)
  mutating func insertRare(_ x: Double) { rest.insert(x) }

  /// All observations so far.
  public var sketch: QuantileSketch {
    var sketch = rest
    sketch.insert(
      UnsafeBufferPointer(start: counts, count: SketchKeys.count), firstKey: SketchKeys.firstKey)
    return sketch
  }
}
