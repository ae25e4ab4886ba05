public import ScenarioFile

/// When the platform cancels an order by itself.
public struct OrderCancellation: Configurable {
  public var dispatch: Promise?
  public var delivery: Promise?

  public init() {}

  public static let summary = "When the platform cancels an order by itself."
  public static let parameters: [Parameter<OrderCancellation>] = [
    .optionalRecord(
      "dispatch", \.dispatch, Promise.self,
      "Until when some of the order must have left its origin, or it is canceled.", source: "FT7"),
    .optionalRecord(
      "delivery", \.delivery, Promise.self,
      "Until when parcels must be at the door: what comes later is sent back, and the order is canceled unless some of it was delivered.",
      source: "FT4"),
  ]
}
