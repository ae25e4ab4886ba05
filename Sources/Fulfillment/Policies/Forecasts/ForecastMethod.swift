internal import Quantities
public import ScenarioFile

/// How a site foretells the demand of the next period for each SKU. To add one: a file here and a line in
/// `Registrations.forecasts`.
public protocol ForecastMethod: Configurable {
  /// Length of a period [s].
  var every: Double { get }
  /// The method as a filter of the demand seen.
  var filter: ForecastFilter { get }
}

/// forecast = carry x last forecast + Σ weights[i] x demand of the period i + 1 ago.
///
/// Moving averages, exponential smoothing and seasonal copies are all of this form.
public struct ForecastFilter: Sendable, Hashable {
  public var carry: Double
  public var weights: [Double]

  public init(carry: Double = 0, weights: [Double]) {
    self.carry = carry
    self.weights = weights
  }
}

extension Parameter where Owner: ForecastMethod {
  /// The length of a period, the same for all methods.
  static func period(_ path: WritableKeyPath<Owner, Double> & Sendable) -> Parameter<Owner> {
    .quantity("every", path, .time, 0.01...365, "Length of a period.", unit: "d")
  }
}
