public import ScenarioFile

/// Customs takes longer: clearing, processing and holds that begin while it lasts take a multiple of their
/// time.
public struct CustomsSlowdown: TargetedDisruption {
  public var timing = DisruptionTiming()
  public var target = DisruptionTarget()
  public var factor = 3.0

  public init() {}

  public static let summary = "Customs takes a multiple of its time."
  public static let parameters: [Parameter<CustomsSlowdown>] =
    DisruptionTiming.parameters.lifted(\.timing) + DisruptionTarget.parameters.lifted(\.target) + [
      .number(
        "factor", \.factor, 1...1000,
        "Multiple of the time that clearing, processing and holds take.")
    ]

  public func check(_ report: RecordReport) {
    timing.check(report)
    target.check(report)
  }

  public func disrupt(_ work: inout DisruptionWork) {
    work.slow(.customs, by: factor, at: target)
  }
}
