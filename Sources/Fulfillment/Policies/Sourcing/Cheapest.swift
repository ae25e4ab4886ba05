public import ScenarioFile

/// The facility with the cheapest way to the zone first.
public struct Cheapest: SourcingPolicy {
  public init() {}
  public static let summary = "The cheapest way to the zone first."
  public static let parameters: [Parameter<Cheapest>] = []

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    a.unitCost < b.unitCost
  }
}
