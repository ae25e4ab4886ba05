public import ScenarioFile

/// The nearest facility first.
public struct Nearest: SourcingPolicy {
  public init() {}
  public static let summary = "The nearest facility first."
  public static let parameters: [Parameter<Nearest>] = []

  public func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool {
    a.distance < b.distance
  }
}
