public import Quantities
public import ScenarioFile

/// Hours in which so many people are on duty.
public struct Shift: Configurable {
  public var hours = WeeklyHours.always
  public var staff = 1

  public init() {}

  public static let summary = "One shift: when it works, and with how many."
  public static let parameters: [Parameter<Shift>] = [
    .hours("hours", \.hours, "When it works, local time of the site."),
    .integer("staff", \.staff, 0...10_000_000, "People or machines on duty."),
  ]

  public func check(_ report: RecordReport) { report.requireOpen("hours", hours) }
}
