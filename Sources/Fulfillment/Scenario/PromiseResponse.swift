internal import Quantities
public import ScenarioFile

/// How many customers order less the later they are promised their goods.
///
/// The market's orders are those that come at the reference time. With a promise some days later, each of
/// them comes with the probability (1 + gain)^-days, by a uniform number keyed by the order: so a strategy
/// with a slower promise has a part of the orders that one with a faster promise has.
public struct PromiseResponse: Configurable {
  public var perDay = 0.0073
  public var reference = 0.0

  public init() {}

  public static let summary = "Fewer orders come the later delivery is promised."
  public static let parameters: [Parameter<PromiseResponse>] = [
    .fraction(
      "per_day", \.perDay, 0...10,
      "Gain in orders per day that the promise is faster; 1.5 % measured for delivery itself [FGX].",
      source: "CUI"),
    .quantity(
      "reference", \.reference, .time, 0...8760,
      "Promised time at which all of the market's orders come; faster promises gain nothing.",
      unit: "h"),
  ]
}
