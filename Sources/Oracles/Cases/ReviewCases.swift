extension OracleCase {
  /// Stock reviewed by the clock, and forecasts of what is sold.
  static let reviewCases: [OracleCase] = [
    review("R-S-12", level: 12, rate: 0.05, interval: 120, leadTime: 60),
    review("R-S-40", level: 40, rate: 0.2, interval: 15, leadTime: 180),
    review("R-S-weekly", level: 5, rate: 0.0003, interval: 10_080, leadTime: 5000),
    review("R-s-S-10-25", reorderPoint: 10, level: 25, rate: 0.1, interval: 60, leadTime: 90),
    review("R-s-S-3-5", reorderPoint: 3, level: 5, rate: 0.02, interval: 60, leadTime: 30),
    forecast(
      "smoothing", "Exponential smoothing, alpha 0.3", "{kind: exponential_smoothing, alpha: 0.3",
      ForecastVariance.smoothing(alpha: 0.3, variance: 30)),
    forecast(
      "average", "Moving average of 4", "{kind: moving_average, periods: 4",
      ForecastVariance.average(periods: 4, variance: 30)),
    // A copy of seven periods ago: two independent demands.
    forecast(
      "naive", "Seasonal copy", "{kind: seasonal_naive, season: 7",
      ForecastVariance.average(periods: 1, variance: 30)),
  ]

  /// - Parameters:
  ///   - rate: Units per minute; times in minutes.
  private static func review(
    _ id: String, reorderPoint: Int? = nil, level: Int, rate: Double, interval: Double,
    leadTime: Double
  ) -> OracleCase {
    let model = PeriodicReviewPoisson(
      reorderPoint: reorderPoint, level: level, demandRate: rate, interval: interval,
      leadTime: leadTime)
    let point = reorderPoint.map { ", reorder_point: \($0)" } ?? ""
    let name = reorderPoint.map { "(R, s, S) = (\(Int(interval)) min, \($0), \(level))" }
    return OracleCase(
      id, name ?? "(R, S) = (\(Int(interval)) min, \(level))", replications: 40,
      .stock(
        "{kind: periodic, every: \(interval) min, order_up_to: \(level)\(point)}",
        leadTime: "\(leadTime) min", rate: rate,
        // Whole cycles before and in the window; orders that differ by a cycle have nothing in common.
        warmUp: 40 * interval,
        window: min((0.8e6 / 40 / rate / interval).rounded(.up), 2500) * interval),
      checks(
        fill: model.fillRate, onHand: model.onHandMean, backordered: model.backorderedMean,
        ordersPerMinute: model.orderRate, wait: model.waitMean))
  }

  /// Poisson demand of 30 per hour, foretold every hour.
  private static func forecast(_ id: String, _ name: String, _ method: String, _ expected: Double)
    -> OracleCase
  {
    OracleCase(
      "forecast-\(id)", name, replications: 40,
      Blueprint(
        rate: 0.5, warmUp: 6000, window: 60_000,
        strategy: """
              facilities:
                shelf:
                  kind: seller_site
                  handling: {time: 0 min}
                  stock:
                    replenishment: {kind: base_stock, level: 500}
                    lead_time: 1 d
                    forecast: \(method), every: 60 min}
          \(Blueprint.door(from: "shelf"))
          """),
      [Check("squared error [units2]", "forecast_mse.shelf-seller1", expected)])
  }
}
