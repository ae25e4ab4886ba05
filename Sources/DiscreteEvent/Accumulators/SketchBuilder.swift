/// A ``QuantileSketch`` while it is filled in a loop: the buckets of usual values in memory of their own, so
/// that an observation is a logarithm and one addition.
///
/// - Complexity: add O(1); 34 kB.
public struct SketchBuilder: ~Copyable {
  /// Buckets from 1e-9 to 1e9; what lies outside is counted in `rest`.
  @inlinable static var firstKey: Int { -2072 }
  @inlinable static var size: Int { 4145 }

  /// Cells per octave within which the logarithm is looked up.
  @inlinable static var cellBits: UInt64 { 6 }
  /// How far a chord over a cell lies below the logarithm at most, in keys: 1/8 of the squared relative width.
  @inlinable static var chordError: Double { 0.0031 }

  @usableFromInline let counts: UnsafeMutablePointer<Int>
  /// Logarithm where a cell begins, and its rise over a cell [keys].
  @usableFromInline let cells: UnsafeMutablePointer<(start: Double, rise: Double)>
  @usableFromInline var rest = QuantileSketch()

  public init() {
    counts = .allocate(capacity: SketchBuilder.size)
    counts.initialize(repeating: 0, count: SketchBuilder.size)
    let count = 1 << Int(SketchBuilder.cellBits)
    cells = .allocate(capacity: count)
    for cell in 0..<count {
      let bounds = [cell, cell + 1].map {
        QuantileSketch.logarithm(1 + Double($0) / Double(count)) * QuantileSketch.keysPerLogarithm
      }
      (cells + cell).initialize(to: (bounds[0], bounds[1] - bounds[0]))
    }
  }

  deinit {
    counts.deallocate()
    cells.deallocate()
  }

  /// Adds one observation, finite and >= 0.
  @inlinable @inline(__always)
  public mutating func insert(_ x: Double) {
    // Also true of what is not a number: the sketch refuses it.
    if !(x >= 1e-8 && x < 1e8) { return insertRare(x) }
    counts[key(of: x) &- SketchBuilder.firstKey] &+= 1
  }

  /// `QuantileSketch.key(of: x)`, looked up where the chord is precise enough to tell.
  @inlinable @inline(__always)
  func key(of x: Double) -> Int {
    let bits = x.bitPattern
    let exponent = Int(truncatingIfNeeded: bits &>> 52) &- 1023
    let shift = 52 &- SketchBuilder.cellBits
    let cell =
      cells + Int(truncatingIfNeeded: (bits &>> shift) & ((1 << SketchBuilder.cellBits) &- 1))
    let rest = Double(Int64(truncatingIfNeeded: bits & ((1 << shift) &- 1)))
    // Keys from the first one on, so that truncation rounds down.
    let chord =
      Double(exponent) * SketchBuilder.keysPerOctave + cell.pointee.start
      + cell.pointee.rise * (rest * 0x1p-46) - Double(SketchBuilder.firstKey)
    let floor = Int(chord - 1e-6)
    if floor == Int(chord + SketchBuilder.chordError) {
      return floor &+ 1 &+ SketchBuilder.firstKey
    }
    return QuantileSketch.key(of: x)
  }

  @inlinable static var keysPerOctave: Double { 0.6931471805599453 * 99.999166661111038 }

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
