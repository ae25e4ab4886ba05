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
  public var shifts: [Named<Shift>] = []
  public var overtime: Overtime?
  public var surge: SurgeLabor?
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
    .named(
      "shifts", \.shifts, Shift.self,
      "Shifts by name, instead of `servers` and `hours`; those that overlap add up."),
    .optionalRecord(
      "overtime", \.overtime, Overtime.self, "Staying after hours while work waits."),
    .optionalRecord("surge", \.surge, SurgeLabor.self, "Extra staff called by the backlog."),
    .quantity(
      "wage", \.wage, .moneyPerTime, 0...1e6, "Paid per server and staffed hour.", unit: "USD/h",
      source: "PAY"),
    .choice(
      "paid", \.paid, of: Paid.self,
      "staffed: every staffed hour; worked: only hours of work, where the crew is shared with others."
    ),
    .choice("order", \.order, of: Order.self, "Which waiting shipment is served next."),
  ]

  public func check(_ report: RecordReport) {
    report.requireOpen("hours", hours)
    guard !shifts.isEmpty else { return }
    for key in ["servers", "hours"] { report.refuseBoth(key, "shifts") }
    if shifts.allSatisfy({ $0.value.staff == 0 }) {
      report.error(
        "never-open", "nobody works in any of the shifts: no order would get any further",
        at: "shifts")
    }
  }

  /// Servers on duty, averaged over the week.
  ///
  /// - Parameter servers: On duty in the opening hours, where there are no shifts.
  func meanServers(_ servers: Double) -> Double {
    if shifts.isEmpty { return servers * hours.openShare }
    return shifts.reduce(0) { $0 + Double($1.value.staff) * $1.value.hours.openShare }
  }
}
