/// A ``QuantileSketch`` while it is filled in a loop: the buckets of usual values in memory of their own, so
/// that an observation is a logarithm and one addition.
///
/// - Complexity: add O(1); 34 kB.
public struct SketchBuilder: ~Copyable {
  /// Buckets from 1e-9 to 1e9; what lies outside is counted in `rest`.
  @usableFromInline static var firstKey: Int { -2072 }
  @usableFromInline static var size: Int { 4145 }

  @usableFromInline let counts: UnsafeMutablePointer<Int>
  @usableFromInline var rest = QuantileSketch()

  public init() {
    counts = .allocate(capacity: SketchBuilder.size)
    counts.initialize(repeating: 0, count: SketchBuilder.size)
  }

  deinit { counts.deallocate() }

  /// Adds one observation, finite and >= 0.
  @inlinable @inline(__always)
  public mutating func insert(_ x: Double) {
    // Also true of what is not a number: the sketch refuses it.
    if !(x >= 1e-8 && x < 1e8) { return insertRare(x) }
    counts[QuantileSketch.key(of: x) &- SketchBuilder.firstKey] &+= 1
  }

  @usableFromInline @inline(never)
  mutating func insertRare(_ x: Double) { rest.insert(x) }

  /// All observations so far.
  public var sketch: QuantileSketch {
    var sketch = rest
    sketch.insert(
      UnsafeBufferPointer(start: counts, count: SketchBuilder.size),
      firstKey: SketchBuilder.firstKey)
    return sketch
  }
}
