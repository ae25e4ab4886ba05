import CGSL

/// Zipf's law of popularity: the alternative of rank r has weight r^-exponent.
public enum Zipf {
  /// The weights of ranks 1...count, not normalized.
  ///
  /// - Parameters:
  ///   - count: Alternatives, >= 1.
  ///   - exponent: Concentration, >= 0; 0 makes all alike, about 1 is usual for sales by SKU.
  public static func weights(count: Int, exponent: Double) -> [Double] {
    precondition(count >= 1 && exponent >= 0 && exponent.isFinite)
    return (1...count).map { pow(Double($0), -exponent) }
  }

  /// The sum of the weights, H(count, exponent), smallest first.
  public static func sum(count: Int, exponent: Double) -> Double {
    weights(count: count, exponent: exponent).reversed().reduce(0, +)
  }
}
