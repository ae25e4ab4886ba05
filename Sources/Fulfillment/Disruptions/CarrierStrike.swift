public import ScenarioFile

/// Carriers stop: no pickups and departures, and what is under way stands still until it is over.
public struct CarrierStrike: DisruptionKind {
  public var timing = DisruptionTiming()
  public var lastMile: [Located<String>] = []
  public var mode: Lane.Mode?

  public init() {}

  public static let summary = "Carriers stop: nothing departs, and what is under way stands still."
  public static let parameters: [Parameter<CarrierStrike>] =
    DisruptionTiming.parameters.lifted(\.timing) + [
      .references(
        "last_mile", \.lastMile, to: "last mile",
        "Last miles on strike, by name; strategies that have none of them are not hit."),
      .optionalChoice("mode", \.mode, of: Lane.Mode.self, "Lanes of this mode are on strike."),
    ]

  public func check(_ report: RecordReport) {
    timing.check(report)
    if lastMile.isEmpty, mode == nil {
      report.error(
        "missing-key", "nobody is on strike", at: "kind",
        help: ["give 'last_mile' with names, or 'mode' of lanes"])
    }
  }

  public var references: [Located<String>] { lastMile }

  public func disrupt(_ work: inout DisruptionWork) {
    work.stop(lastMile: lastMile.map(\.value), mode: mode)
  }
}
