/// A confidence interval, ends included.
public struct Interval: Sendable, Hashable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    precondition(low <= high, "an interval's low end is not above its high end")
    self.low = low
    self.high = high
  }

  public init(center: Double, halfWidth: Double) {
    self.init(low: center - halfWidth, high: center + halfWidth)
  }

  public var halfWidth: Double { (high - low) / 2 }

  public func contains(_ x: Double) -> Bool { low <= x && x <= high }
}
