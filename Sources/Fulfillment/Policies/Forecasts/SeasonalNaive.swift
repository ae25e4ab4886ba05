internal import Quantities
public import ScenarioFile

/// What was sold one season ago, such as on the same day of last week.
public struct SeasonalNaive: ForecastMethod {
  public var every = 86_400.0
  public var season = 7

  public init() {}
  public static let summary = "The demand of one season ago, such as of the same weekday."
  public static let parameters: [Parameter<SeasonalNaive>] = [
    .period(\.every),
    .integer("season", \.season, 1...366, "Periods of a season."),
  ]

  public var filter: ForecastFilter {
    ForecastFilter(weights: [Double](repeating: 0, count: season - 1) + [1])
  }
}
