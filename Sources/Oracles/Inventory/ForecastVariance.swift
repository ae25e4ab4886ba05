/// Mean squared error of forecasts of independent demand with a variance and no trend.
///
/// - Source: [brown1963]; the variance of the filter's output adds to that of the demand itself.
public enum ForecastVariance {
  /// Of exponential smoothing with a share alpha: 2 σ² / (2 - α).
  public static func smoothing(alpha: Double, variance: Double) -> Double {
    precondition(alpha > 0 && alpha <= 1, "a share")
    return variance * 2 / (2 - alpha)
  }

  /// Of the mean of n periods: σ² (1 + 1 / n).
  public static func average(periods: Int, variance: Double) -> Double {
    precondition(periods >= 1, "a period")
    return variance * (1 + 1 / Double(periods))
  }
}
