internal import Quantities
public import RandomVariates
public import ScenarioFile

/// How often and when lines of a category, bought through a source of demand, are sent back.
public struct ReturnRule: Configurable {
  public var category: Located<String>?
  public var demand: Located<String>?
  public var rate = 0.193
  public var delay = ReturnRule.standardDelay
  public var notResalable = 0.25

  public init() {}

  /// A week and a half until the parcel is handed in: return windows are 14 to 30 days.
  private static let standardDelay =
    (try? Law.lognormal(mean: 10 * 86400, cv: 0.6)) ?? Law.constant(10 * 86400)

  public static let summary = "How often and when lines are sent back, by category and channel."
  public static let parameters: [Parameter<ReturnRule>] = [
    .optionalReference(
      "category", \.category, to: "category", "Only lines of this category; left out: of any."),
    .optionalReference(
      "demand", \.demand, to: "source of demand",
      "Only orders of this source of demand; left out: of any."),
    .fraction("rate", \.rate, "Delivered lines that are sent back.", source: "NRF"),
    .law("delay", \.delay, .time, "From the delivery until the return parcel is handed in."),
    .fraction("not_resalable", \.notResalable, "Returned lines that are written off."),
  ]
}
