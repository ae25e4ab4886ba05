internal import Quantities
public import RandomVariates
public import ScenarioFile

/// What customers do besides ordering, the same under every strategy. Left out: they wait for ever, take
/// what comes and keep it.
public struct Customers: Configurable {
  public var patience: Law?
  public var refusal: Refusal?
  public var returns: [ReturnRule] = []

  public init() {}

  public static let summary = "What customers do besides ordering."
  public static let parameters: [Parameter<Customers>] = [
    .optionalLaw(
      "patience", \.patience, .time,
      "Time from the click after which an order is canceled if none of it has left its origin."),
    .optionalRecord(
      "refusal", \.refusal, Refusal.self, "Refusal at the door; left out: nobody refuses."),
    .records(
      "returns", \.returns, ReturnRule.self,
      "What is sent back after delivery: of the rules, the first that is for a line's category and source of demand."
    ),
  ]
}
