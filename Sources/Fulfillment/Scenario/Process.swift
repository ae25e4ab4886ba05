public import Quantities
public import RandomVariates
public import ScenarioFile

/// Work done by parallel servers with one queue: picking, packing, sorting, clearing.
public struct Process: Configurable {
  public enum Unit: String, CaseIterable, Sendable {
    case shipment, line, unit
  }
  public enum Order: String, CaseIterable, Sendable {
    case firstInFirstOut = "first_in_first_out"
    case lastInFirstOut = "last_in_first_out"
    case oldestOrderFirst = "oldest_order_first"
  }
  /// Which time of the servers is paid for.
  public enum Paid: String, CaseIterable, Sendable {
    /// All staffed hours, idle ones too.
    case staffed
    /// Only the hours worked, because other work fills the rest.
    case worked
  }
  public var servers: Int?
  public var utilization = 0.75
  public var time = Law.constant(0)
  public var per = Unit.shipment
  public var hours = WeeklyHours.always
  public var wage = 0.0
  public var paid = Paid.staffed
  public var order = Order.firstInFirstOut

  public init() {}

  public init(time: Law, per: Unit = .shipment, wage: Double = 0) {
    self.time = time
    self.per = per
    self.wage = wage
  }

  public static let summary = "Work by parallel servers with one queue."
  public static let parameters: [Parameter<Process>] = [
    .optionalInteger(
      "servers", \.servers, 1...10_000_000,
      "People or machines at work at the same time; if left out, sized by `utilization`."),
    .fraction(
      "utilization", \.utilization, 0.01...1,
      "Busy share of staffed time that the servers are sized for, at the expected mean demand."),
    .law("time", \.time, .time, "Work per `per`."),
    .choice("per", \.per, of: Unit.self, "What one draw of `time` is for."),
    .hours("hours", \.hours, "When it is staffed, local time of the site."),
    .quantity(
      "wage", \.wage, .moneyPerTime, 0...1e6, "Paid per server and staffed hour.", unit: "USD/h",
      source: "PAY"),
    .choice(
      "paid", \.paid, of: Paid.self,
      "staffed: every staffed hour; worked: only hours of work, where the crew is shared with others."
    ),
    .choice("order", \.order, of: Order.self, "Which waiting shipment is served next."),
  ]

  public func check(_ report: RecordReport) { report.requireOpen("hours", hours) }
}
