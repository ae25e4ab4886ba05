internal import DiscreteEvent

/// A point of a distribution: the share of observations up to a value.
public struct QuantilePoint: Sendable, Hashable {
  /// In 0...1.
  public var share: Double
  /// [h].
  public var hours: Double

  public init(share: Double, hours: Double) {
    self.share = share
    self.hours = hours
  }

  /// Every percent, and more finely where the tails are.
  static let shares =
    [0.001, 0.005] + (1...99).map { Double($0) / 100 } + [0.995, 0.998, 0.999]

  static func points(of sketch: QuantileSketch) -> [QuantilePoint] {
    guard sketch.count > 0 else { return [] }
    return shares.map { QuantilePoint(share: $0, hours: sketch.quantile($0)) }
  }
}
