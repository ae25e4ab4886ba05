public import Quantities
public import ScenarioFile

/// Nobody is at home: another try is made, and after the last one the parcel goes back to its sender.
public struct Attempts: Configurable {
  public var failure = 0.0
  public var most = 3
  public var again = 24.0 * 3600
  public var hours = WeeklyHours.always
  public var perAttempt = 0.0

  public init() {}

  public static let summary = "Failed delivery attempts and further tries."
  public static let parameters: [Parameter<Attempts>] = [
    .fraction("failure", \.failure, 0...1, "Attempts at which nobody takes the parcel."),
    .integer("most", \.most, 1...20, "Attempts before the parcel goes back to its sender."),
    .quantity(
      "again", \.again, .time, 0...720,
      "From a failed attempt until the parcel is ready for another.",
      unit: "h"),
    .hours(
      "hours", \.hours,
      "When it may be ready for another, local time of the zone, such as mon-fri 08:00-20:00."),
    .quantity(
      "per_attempt", \.perAttempt, .money, 0...1000, "Price of each further attempt.", unit: "USD"),
  ]

  public func check(_ report: RecordReport) { report.requireOpen("hours", hours) }
}
