/// `QuantileSketch.key(of:)` by tables, for values from 2^-27 to 2^27.
///
/// An octave has 128 cells, narrower than a bucket, so that at most one bound of a bucket lies in a cell.
/// Made once and never freed.
@frozen @usableFromInline
struct SketchKeys: @unchecked Sendable {
  @usableFromInline static let shared = SketchKeys()

  /// Keys of the values, and some on either side.
  @inlinable static var firstKey: Int { -1920 }
  @inlinable static var count: Int { 3840 }

  @inlinable static var cellBits: UInt64 { 7 }
  /// Number of the first cell: exponent and leading bits of the mantissa of 2^-27.
  @inlinable static var firstCell: Int { (1023 - 27) << Int(cellBits) }
  @inlinable static var cells: Int { 54 << Int(cellBits) }
  /// Values as near as this to a bound [units in the last place] are left to the logarithm, which is within
  /// 1e-12 of the true one.
  @inlinable static var margin: Int64 { 1 << 17 }

  /// Key of the least value of a cell, from the first key on.
  @usableFromInline let first: UnsafePointer<Int16>
  /// Upper bound of a key as a bit pattern.
  @usableFromInline let bounds: UnsafePointer<Int64>

  private init() {
    let first = UnsafeMutablePointer<Int16>.allocate(capacity: SketchKeys.cells)
    for cell in 0..<SketchKeys.cells {
      let bits = UInt64(SketchKeys.firstCell + cell) << (52 - SketchKeys.cellBits)
      // A bound that is the least value counts as one within the cell.
      let least = Double(bitPattern: bits - UInt64(SketchKeys.margin))
      (first + cell).initialize(to: Int16(QuantileSketch.key(of: least) - SketchKeys.firstKey))
    }
    let bounds = UnsafeMutablePointer<Int64>.allocate(capacity: SketchKeys.count)
    for place in 0..<SketchKeys.count {
      let bound = QuantileSketch.bound(ofKey: place + SketchKeys.firstKey)
      (bounds + place).initialize(to: Int64(bitPattern: bound.bitPattern))
    }
    self.first = UnsafePointer(first)
    self.bounds = UnsafePointer(bounds)
  }

  /// The key of `x` from the first one on; -1 if the tables do not have it.
  @inlinable @inline(__always)
  func place(of x: Double) -> Int {
    let bits = x.bitPattern
    let cell = Int(truncatingIfNeeded: bits &>> (52 &- SketchKeys.cellBits)) &- SketchKeys.firstCell
    // Negative numbers and what is no number lie above.
    if UInt(bitPattern: cell) >= UInt(bitPattern: SketchKeys.cells) { return -1 }
    let place = Int(first[cell])
    let excess = Int64(bitPattern: bits) &- bounds[place]
    if excess.magnitude < UInt64(bitPattern: SketchKeys.margin) {
      return QuantileSketch.key(of: x) &- SketchKeys.firstKey
    }
    return excess > 0 ? place &+ 1 : place
  }
}
