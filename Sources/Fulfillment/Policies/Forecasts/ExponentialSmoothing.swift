internal import Quantities
public import ScenarioFile

/// The last forecast moved by a share of its error.
public struct ExponentialSmoothing: ForecastMethod {
  public var every = 86_400.0
  public var alpha = 0.2

  public init() {}
  public static let summary = "The last forecast, moved by a share of its error."
  public static let parameters: [Parameter<ExponentialSmoothing>] = [
    .period(\.every),
    .fraction("alpha", \.alpha, 0.001...1, "Share of the error that the forecast moves by."),
  ]

  public var filter: ForecastFilter { ForecastFilter(carry: 1 - alpha, weights: [alpha]) }
}
