internal import CInstructions

extension Int64 {
  /// The nearest whole number, halves away from zero, cut at ±2^60 where it would not fit; not a number gives 0.
  ///
  /// Far beyond anything that scenarios may ask for, so that a sum of a few such values fits too.
  @inline(__always)
  init(saturating x: Double) {
    if abs(x) < 0x1p60 {
      let whole = truncated(x)
      let rest = x - Double(whole)
      self = whole &+ (rest >= 0.5 ? 1 : 0) &- (rest <= -0.5 ? 1 : 0)
    } else {
      self = x > 0 ? 1 << 60 : x < 0 ? -(1 << 60) : 0
    }
  }
}

extension Int64 {
  /// The product, cut at ±2^60 where it would not fit.
  @inline(__always)
  func saturatingProduct(_ other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard overflow else { return product }
    return (self < 0) == (other < 0) ? 1 << 60 : -(1 << 60)
  }

  /// The sum, cut at ±2^60 where it would not fit.
  @inline(__always)
  func saturatingSum(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (self > 0 ? 1 << 60 : -(1 << 60)) : sum
  }
}
