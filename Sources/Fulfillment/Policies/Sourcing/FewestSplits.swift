public import ScenarioFile

/// The nearest facility that has all; an order that is split goes in as few shipments as can be.
public struct FewestSplits: SourcingPolicy {
  public init() {}
  public static let summary =
    "The nearest that has all lines; under shortage: split, the fewest shipments instead of the nearest."
  public static let parameters: [Parameter<FewestSplits>] = []

  public var choice: SourcingChoice { .fewestShipments }

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    a.distance < b.distance
  }
}
