internal import Quantities
public import ScenarioFile

/// The mean of the last periods.
public struct MovingAverage: ForecastMethod {
  public var every = 86_400.0
  public var periods = 7

  public init() {}
  public static let summary = "The mean demand of the last periods."
  public static let parameters: [Parameter<MovingAverage>] = [
    .period(\.every),
    .integer("periods", \.periods, 1...366, "Periods averaged."),
  ]

  public var filter: ForecastFilter {
    ForecastFilter(weights: [Double](repeating: 1 / Double(periods), count: periods))
  }
}
