/// A quantity that an experiment varies between two ends.
public struct Factor: Sendable, Hashable {
  public var name: String
  public var low: Double
  public var high: Double

  public init(_ name: String, low: Double, high: Double) {
    precondition(low < high, "a factor's low end is below its high end")
    self.name = name
    self.low = low
    self.high = high
  }

  /// The value at a coded level: -1 is low, 0 the middle, +1 high.
  public func value(coded x: Double) -> Double { (low + high) / 2 + x * (high - low) / 2 }

  /// The value at a share of the way from low to high.
  public func value(share u: Double) -> Double { low + u * (high - low) }

  /// The coded level of a value.
  public func coded(_ value: Double) -> Double { (2 * value - low - high) / (high - low) }
}
