public import Quantities
public import ScenarioFile

/// When to observe, how often to repeat, what to compare with.
///
/// Orders placed in the window `[start + warm_up, start + warm_up + window)` are observed until they end
/// or the drain passes. With a warm-up of zero the study is terminating.
public struct Experiment: Configurable {
  public var start = UnitContext.standardStart
  public var warmUp = 0.0
  public var window = 7.0 * 86400
  public var drain = 60.0 * 86400
  public var replications = 20
  public var seed = 1
  public var confidence = 0.95
  public var baseline: Located<String>?
  public var within: [Double] = []
  public var withinDays: [Int] = []
  public var withinBusinessDays: [Int] = []

  public init() {}

  public static let summary = "Dates, replications, seed, confidence and the baseline."
  public static let parameters: [Parameter<Experiment>] = [
    .instant(
      "start", \.start, "Local date the simulated calendar starts at, in the market's time zone."),
    .quantity(
      "warm_up", \.warmUp, .time, 0...3650, "Time simulated before orders are observed.", unit: "d"),
    .quantity(
      "window", \.window, .time, 0.0001...36500, "Time in which placed orders are observed.",
      unit: "d"),
    .quantity(
      "drain", \.drain, .time, 0...3650,
      "Time after the window in which observed orders may still end; then they count as open.",
      unit: "d"),
    .integer("replications", \.replications, 1...1_000_000, "Independent repetitions."),
    .integer("seed", \.seed, 0...Int.max, "Root of all randomness."),
    .fraction(
      "confidence", \.confidence, 0.5...0.9999, "Joint confidence of the reported intervals."),
    .optionalReference(
      "baseline", \.baseline, to: "strategy", "Strategy the others are compared with."),
    .quantities(
      "within", \.within, .time, 0.01...10_000,
      "Times from click to door; each adds the share of delivered orders within it.", unit: "h"),
    .integers(
      "within_days", \.withinDays, 0...365,
      "Days after the day of the click, by the clock of the zone; each adds the share of delivered orders that were at the door until its end: 0 is the same day, 1 the next."
    ),
    .integers(
      "within_business_days", \.withinBusinessDays, 0...365,
      "The same in business days, Monday to Friday; an order of a weekend counts from the Monday after."
    ),
  ]

  /// First day and the day after the last one for which clock changes are known.
  private static let calendar = (CivilDate("1990-01-01")!, CivilDate("2090-01-01")!)

  public func check(_ report: RecordReport) {
    let (first, end) = Experiment.calendar
    let help = ["clock changes are known from \(first) to \(end)"]
    if start.date < first || start.date >= end {
      report.error(
        "outside-calendar", "the calendar cannot start on \(start.date)", at: "start", help: help)
    } else if Double(end - start.date) < (warmUp + window + drain) / 86400 {
      let longest = [("window", window), ("warm_up", warmUp), ("drain", drain)]
        .filter { report.gives($0.0) }.max { $0.1 < $1.1 }
      report.error(
        "outside-calendar", "the run ends after \(end)", at: longest?.0 ?? "start", help: help)
    }
  }
}
