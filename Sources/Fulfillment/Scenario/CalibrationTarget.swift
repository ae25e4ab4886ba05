public import ScenarioFile

/// A published figure that a strategy should land on.
public struct CalibrationTarget: Configurable {
  public var about = ""
  public var strategy: Located<String>?
  public var kpi = Located<String>("")
  public var published: Double?
  public var from: Double?
  public var to: Double?
  public var within = 0.1
  public var source = ""
  public var why = ""

  public init() {}

  public static let summary = "A published figure that a strategy should land on."
  public static let parameters: [Parameter<CalibrationTarget>] = [
    .text("about", \.about, "What was published, in a few words.", required: true),
    .optionalReference(
      "strategy", \.strategy, to: "strategy",
      "Strategy that should reproduce it; the first if left out."),
    .reference("kpi", \.kpi, to: "KPI", "KPI that is compared with it.", required: true),
    .optionalNumber(
      "published", \.published, -1e15...1e15, "The published value, in the KPI's unit."),
    .optionalNumber("from", \.from, -1e15...1e15, "Lower end, where a range was published."),
    .optionalNumber("to", \.to, -1e15...1e15, "Upper end, where a range was published."),
    .fraction("within", \.within, 0...10, "Largest relative deviation that still meets it."),
    .text("source", \.source, "Where it was published: a key of the parameter book."),
    .text("why", \.why, "Why it is missed, if it is."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("published", "from")
    report.refuseBoth("published", "to")
    if published == nil, from == nil || to == nil {
      report.error(
        "missing-key", "the target has no value", at: "kpi",
        help: ["give 'published', or 'from' and 'to'"])
    }
    if let from, let to, from > to {
      report.error("conflicting-keys", "'from' is above 'to': \(from) and \(to)", at: "from")
    }
  }

  /// The published value, or the range.
  public var publishedRange: ClosedRange<Double> {
    (published ?? from ?? 0)...(published ?? to ?? 0)
  }

  /// The values that meet it: the published ones, widened by `within`.
  public var bounds: ClosedRange<Double> {
    let (low, high) = (publishedRange.lowerBound, publishedRange.upperBound)
    return (low - within * abs(low))...(high + within * abs(high))
  }
}
