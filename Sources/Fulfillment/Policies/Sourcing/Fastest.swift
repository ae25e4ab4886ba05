public import ScenarioFile

/// The facility with the shortest expected time to the door first.
public struct Fastest: SourcingPolicy {
  public init() {}
  public static let summary =
    "The shortest expected time to the door first: work, departures, ways, without queues."
  public static let parameters: [Parameter<Fastest>] = []

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    a.expectedTime < b.expectedTime
  }
}
