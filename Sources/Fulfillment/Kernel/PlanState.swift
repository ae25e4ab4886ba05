/// When a site plans next, and how well it has foretold.
struct PlanState {
  var nextForecast = Int64.max
  var nextReview = Int64.max
  var errors = ForecastErrors()
}

/// What a site foretells of one SKU.
struct ForecastState: BitwiseCopyable {
  /// Units of the next period.
  var level: Double
  /// Units demanded in the period that goes on.
  var demanded: Int64 = 0
  /// Where its past periods are kept, newest first.
  var firstPeriod: Int32
  /// Levels that are given do not follow the forecast.
  var isFixed: Bool
}

/// Room taken at one site.
struct SpaceState: BitwiseCopyable {
  var used: Int64 = 0
  var lastChange: Int64 = 0
  var usedTime: Int128 = 0
  var overTime: Int128 = 0
  var refused: Int64 = 0
}

/// Errors of forecasts, summed over SKUs and periods.
public struct ForecastErrors: Sendable, Hashable {
  public var count = 0
  /// Σ (forecast - demand), Σ |forecast - demand|, Σ (forecast - demand)².
  public var sum = 0.0
  public var absolute = 0.0
  public var square = 0.0
  /// Over periods with demand: Σ |forecast - demand| / demand.
  public var countWithDemand = 0
  public var relative = 0.0

  public init() {}

  mutating func insert(forecast: Double, demand: Double) {
    let error = forecast - demand
    count += 1
    sum += error
    absolute += abs(error)
    square += error * error
    if demand > 0 {
      countWithDemand += 1
      relative += abs(error) / demand
    }
  }
}
