public import ScenarioFile

/// The facility with most units of the order's SKUs on hand, when the order comes.
public struct MostInventory: SourcingPolicy {
  public init() {}
  public static let summary = "Most units of the order's SKUs on hand first; the nearest of equals."
  public static let parameters: [Parameter<MostInventory>] = []

  public var choice: SourcingChoice { .mostOnHand }

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    a.distance < b.distance
  }
}
