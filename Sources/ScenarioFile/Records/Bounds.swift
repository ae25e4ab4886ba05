internal import Quantities

/// What a number may be; written as a range (`0...`, `1...10`, `0..<1`) or as `.positive`.
public struct Bounds: Hashable, Sendable {
  public var lower: Double
  public var upper: Double
  public var lowerIsOpen: Bool
  public var upperIsOpen: Bool

  public init(
    lower: Double = -.infinity, upper: Double = .infinity, lowerIsOpen: Bool = false,
    upperIsOpen: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.lowerIsOpen = lowerIsOpen
    self.upperIsOpen = upperIsOpen
  }

  public func contains(_ value: Double) -> Bool {
    guard !value.isNaN else { return false }
    return (lowerIsOpen ? value > lower : value >= lower)
      && (upperIsOpen ? value < upper : value <= upper)
  }

  /// "from 0 to 24 h", "> 0 s", ">= 0"; empty when everything is allowed.
  public func text(unit: String = "") -> String {
    func written(_ value: Double) -> String {
      UnitExpression.join(NumberText.short(value), unit)
    }
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return ""
    case (true, false): return "\(lowerIsOpen ? ">" : ">=") \(written(lower))"
    case (false, true): return "\(upperIsOpen ? "<" : "<=") \(written(upper))"
    case (true, true):
      if !lowerIsOpen, !upperIsOpen {
        return "from \(NumberText.short(lower)) to \(written(upper))"
      }
      return "\(lowerIsOpen ? ">" : ">=") \(NumberText.short(lower)) and "
        + "\(upperIsOpen ? "<" : "<=") \(written(upper))"
    }
  }
}

/// Anything that can be written where bounds are expected.
public protocol BoundsExpression: Sendable {
  var bounds: Bounds { get }
}

/// Numbers that ranges of bounds are made of.
public protocol BoundsNumber: Comparable, Sendable {
  var boundsValue: Double { get }
}

extension Int: BoundsNumber {
  public var boundsValue: Double { Double(self) }
}

extension Double: BoundsNumber {
  public var boundsValue: Double { self }
}

extension Bounds: BoundsExpression {
  public var bounds: Bounds { self }
}

extension BoundsExpression where Self == Bounds {
  public static var any: Bounds { Bounds() }
  /// Greater than zero.
  public static var positive: Bounds { Bounds(lower: 0, lowerIsOpen: true) }
  /// Zero or greater.
  public static var nonNegative: Bounds { Bounds(lower: 0) }
  public static var fraction: Bounds { Bounds(lower: 0, upper: 1) }
  /// Greater than `lower`, and at most `upper`.
  public static func above(_ lower: Double, upTo upper: Double = .infinity) -> Bounds {
    Bounds(lower: lower, upper: upper, lowerIsOpen: true)
  }
}

extension ClosedRange: BoundsExpression where Bound: BoundsNumber {
  public var bounds: Bounds {
    Bounds(lower: lowerBound.boundsValue, upper: upperBound.boundsValue)
  }
}

extension Range: BoundsExpression where Bound: BoundsNumber {
  public var bounds: Bounds {
    Bounds(lower: lowerBound.boundsValue, upper: upperBound.boundsValue, upperIsOpen: true)
  }
}

extension PartialRangeFrom: BoundsExpression where Bound: BoundsNumber {
  public var bounds: Bounds { Bounds(lower: lowerBound.boundsValue) }
}

extension PartialRangeThrough: BoundsExpression where Bound: BoundsNumber {
  public var bounds: Bounds { Bounds(upper: upperBound.boundsValue) }
}

extension PartialRangeUpTo: BoundsExpression where Bound: BoundsNumber {
  public var bounds: Bounds { Bounds(upper: upperBound.boundsValue, upperIsOpen: true) }
}
