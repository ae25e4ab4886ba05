public import ScenarioFile

/// A share of the servers and vehicles of facilities is missing: sickness, broken machines.
public struct CapacityLoss: DisruptionKind {
  public var timing = DisruptionTiming()
  public var target = DisruptionTarget()
  public var share = 0.5

  public init() {}

  public static let summary = "A share of the servers and vehicles of facilities is missing."
  public static let parameters: [Parameter<CapacityLoss>] =
    DisruptionTiming.parameters.lifted(\.timing) + DisruptionTarget.parameters.lifted(\.target) + [
      .fraction(
        "share", \.share, "Share that is missing; what is left is rounded to whole servers.")
    ]

  public func check(_ report: RecordReport) {
    timing.check(report)
    target.check(report)
    target.require(report)
  }

  public var references: [Located<String>] { target.at }
  public var near: Located<String>? { target.near }

  public func disrupt(_ work: inout DisruptionWork) { work.loseCapacity(share, at: target) }
}
