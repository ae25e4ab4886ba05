internal import Quantities
public import ScenarioFile

/// Refusal at the door: orders paid in cash are refused more often the longer they took.
public struct Refusal: Configurable {
  public var cashOnDelivery = 0.0
  public var prepaid = 0.02
  public var cash = [
    RefusalRate(within: 2 * 86400, probability: 0.22),
    RefusalRate(within: 5 * 86400, probability: 0.27),
    RefusalRate(within: nil, probability: 0.35),
  ]
  public var notResalable = 0.0

  public init() {}

  public static let summary = "Refusal at the door, by the way of paying and by the wait."
  public static let parameters: [Parameter<Refusal>] = [
    .fraction("cash_on_delivery", \.cashOnDelivery, "Orders that are paid in cash at the door."),
    .fraction("prepaid", \.prepaid, "Refused share of prepaid orders.", source: "RTO"),
    .records(
      "cash", \.cash, RefusalRate.self,
      "Refused share of orders paid in cash, by the wait; 22 % within 2 d, 27 % within 5 d and 35 % later as standard.",
      source: "RTO"),
    .fraction(
      "not_resalable", \.notResalable, "Refused lines that are written off when they are back."),
  ]

  public func check(_ report: RecordReport) { report.requireSome("cash", cash.count, "share") }

  /// Refused share of orders paid in cash, by increasing longest wait; the last holds for all longer ones.
  var rates: [RefusalRate] {
    cash.sorted { ($0.within ?? .infinity) < ($1.within ?? .infinity) }
  }
}

/// The refused share of orders that took up to a time.
public struct RefusalRate: Configurable {
  public var within: Double?
  public var probability = 0.0

  public init() {}

  init(within: Double?, probability: Double) {
    self.within = within
    self.probability = probability
  }

  public static let summary = "The refused share of orders that took up to a time."
  public static let parameters: [Parameter<RefusalRate>] = [
    .optionalQuantity(
      "within", \.within, .time, 0...8760, "Longest time from click to door; left out: any.",
      unit: "h"),
    .fraction("probability", \.probability, "Refused share.", required: true),
  ]
}
