public import Quantities
public import RandomVariates
public import ScenarioFile

/// When a disruption happens and how long it lasts: on a date, or at random.
///
/// Both are drawn by the disruption's name and the replication alone, and so are the same under every
/// strategy. Random ones alternate with time in working order that is exponential.
public struct DisruptionTiming: Configurable {
  public var start: CivilDateTime?
  public var every: Double?
  public var duration = Law.constant(86400)

  public init() {}

  public static let summary = "When a disruption happens, and how long it lasts."
  public static let parameters: [Parameter<DisruptionTiming>] = [
    .optionalInstant(
      "start", \.start, "When it begins, in the market's time zone, if it has a date."),
    .optionalQuantity(
      "every", \.every, .time, 0.01...36500,
      "Mean time from its end to its next beginning, if it is random.", unit: "d"),
    .law("duration", \.duration, .time, "How long it lasts."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("start", "every")
    if start == nil, every == nil {
      report.error(
        "missing-key", "the disruption never happens", at: "kind",
        help: ["give 'start' for one on a date, or 'every' for random ones"])
    }
  }
}
