public import ScenarioFile

/// Facilities of the zone's region first, nearest first; then those of other regions (spill-over).
public struct InRegionFirst: SourcingPolicy {
  public init() {}
  public static let summary = "The zone's region first, then spill over; nearest first in each."
  public static let parameters: [Parameter<InRegionFirst>] = []

  public var needsRegions: Bool { true }

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    if a.isInRegion != b.isInRegion { return a.isInRegion }
    return a.distance < b.distance
  }
}
