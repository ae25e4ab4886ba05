public import ScenarioFile

/// Orders come a multiple as often while it lasts; below 1, that much more rarely. Part of the market, and
/// so the same under every strategy.
///
/// Above 1 further orders come from a second source of the same kind; below 1 orders are thinned by a draw
/// of their own each. Servers are not sized for it.
public struct DemandSurge: DisruptionKind {
  public var timing = DisruptionTiming()
  public var demand: [Located<String>] = []
  public var factor = 2.0

  public init() {}

  public static let summary = "Orders come a multiple as often, under every strategy."
  public static let parameters: [Parameter<DemandSurge>] =
    DisruptionTiming.parameters.lifted(\.timing) + [
      .references(
        "demand", \.demand, to: "demand", "Sources of demand that surge; none named: all."),
      .number("factor", \.factor, 0...1000, "Multiple of the usual orders."),
    ]

  public func check(_ report: RecordReport) { timing.check(report) }

  public var surge: DemandFactor? { DemandFactor(factor: factor, sources: demand) }
}
