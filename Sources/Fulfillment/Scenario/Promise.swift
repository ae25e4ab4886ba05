public import Quantities
public import ScenarioFile

/// What customers are promised: a time after the click, or a day with a cut-off.
public struct Promise: Configurable {
  public var within = 48.0 * 3600
  public var days: Int?
  public var cutOff = TimeOfDay(hour: 17)!
  public var by = TimeOfDay(hour: 21)!
  public var businessDays = false
  public var holidays: Located<String>?

  public init() {}

  public static let summary = "Promised delivery: within a time, or by an hour some days later."
  public static let parameters: [Parameter<Promise>] = [
    .quantity(
      "within", \.within, .time, 0.001...8760, "Promised time from click to door.", unit: "h"),
    .optionalInteger(
      "days", \.days, 0...365,
      "Promised days; used instead of `within`. Orders after the cut-off count from the next day."),
    .timeOfDay(
      "cut_off", \.cutOff, "Local time of the zone until which an order counts for its day.",
      source: "CUT"),
    .timeOfDay("by", \.by, "Local time of the zone by which it is promised on the last day."),
    .flag("business_days", \.businessDays, "Count Monday to Friday only."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar", "Days that are no business days."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("days", "within")
    if holidays != nil, days == nil || !businessDays {
      report.error(
        "conflicting-keys", "'holidays' has no effect without 'business_days'", at: "holidays",
        help: ["promise business days, such as days: 2, business_days: true"])
    }
    if days == nil {
      for key in ["cut_off", "by", "business_days"] where report.gives(key) {
        report.error(
          "conflicting-keys", "'\(key)' has no effect without 'days'", at: key,
          help: ["promise days, such as days: 2, or leave it out"])
      }
    } else if days == 0, by <= cutOff {
      report.error(
        "conflicting-keys", "on the day itself, 'by' must come after 'cut_off'", at: "by")
    }
  }
}
