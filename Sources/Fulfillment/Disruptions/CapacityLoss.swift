public import ScenarioFile

/// A share of the servers and vehicles of facilities is missing: sickness, broken machines.
public struct CapacityLoss: TargetedDisruption {
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

  public func disrupt(_ work: inout DisruptionWork) { work.loseCapacity(share, at: target) }
}
