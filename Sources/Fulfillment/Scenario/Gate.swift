public import ScenarioFile

/// A condition on a KPI that decides whether a strategy passes.
public struct Gate: Configurable {
  public enum Relation: String, CaseIterable, Sendable {
    case atMost = "at_most"
    case atLeast = "at_least"
  }
  public var strategy: Located<String>?
  public var kpi = Located<String>("")
  public var relation = Relation.atMost
  public var value: Double?
  public var baselineFactor: Double?

  public init() {}

  public static let summary = "A condition on a KPI, absolute or relative to the baseline."
  public static let parameters: [Parameter<Gate>] = [
    .optionalReference(
      "strategy", \.strategy, to: "strategy",
      "Strategy it applies to; all but the baseline if left out."),
    .reference("kpi", \.kpi, to: "KPI", "KPI the condition is about.", required: true),
    .choice("relation", \.relation, of: Relation.self, "Which side is good."),
    .optionalNumber("value", \.value, -1e15...1e15, "Limit in the KPI's unit."),
    .optionalNumber(
      "baseline_factor", \.baselineFactor, 0...1e6,
      "Limit as a multiple of the baseline's value, instead of `value`."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("value", "baseline_factor")
    if value == nil, baselineFactor == nil {
      report.error(
        "missing-key", "the gate has no limit", at: "kpi",
        help: ["give 'value' or 'baseline_factor'"])
    }
  }
}
