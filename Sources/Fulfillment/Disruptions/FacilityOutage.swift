public import ScenarioFile

/// A facility stands still: nobody works, nothing leaves. Work in progress is finished.
public struct FacilityOutage: TargetedDisruption {
  public var timing = DisruptionTiming()
  public var target = DisruptionTarget()

  public init() {}

  public static let summary = "Facilities stand still: nobody works and nothing leaves."
  public static let parameters: [Parameter<FacilityOutage>] =
    DisruptionTiming.parameters.lifted(\.timing) + DisruptionTarget.parameters.lifted(\.target)

  public func disrupt(_ work: inout DisruptionWork) {
    work.loseCapacity(1, at: target)
    work.close(target)
  }
}
