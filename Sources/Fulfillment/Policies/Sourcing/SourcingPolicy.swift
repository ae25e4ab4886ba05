public import ScenarioFile

/// Ranks the facilities that may ship to a zone. To add one: a file here and a line in
/// `Registrations.sourcing`.
public protocol SourcingPolicy: Configurable {
  /// True if the first candidate should be tried before the second. Equal candidates keep the order of
  /// their names.
  func prefers(_ a: SourcingCandidate, over b: SourcingCandidate) -> Bool
  /// True if it makes no sense in a strategy without regions.
  var needsRegions: Bool { get }
  /// What is looked at beyond the rank when an order comes.
  var choice: SourcingChoice { get }
}

/// What decides among ranked facilities when an order comes.
public enum SourcingChoice: UInt8, Sendable, BitwiseCopyable {
  /// The first that has all lines.
  case first
  /// The one with most units of the order's SKUs on hand.
  case mostOnHand
  /// The first that has all lines; else the fewest that have them together.
  case fewestShipments
}

extension SourcingPolicy {
  public var needsRegions: Bool { false }
  public var choice: SourcingChoice { .first }
}

/// A facility that may ship to a zone.
public struct SourcingCandidate: Sendable {
  /// Great-circle or straight-line distance to the zone [m].
  public var distance: Double
  /// True if the facility and the zone are in one region.
  public var isInRegion: Bool
  /// Cost of one shipment of mean weight, value and lines on the way to the zone [currency].
  public var unitCost: Double
  /// Expected time of a shipment of mean lines and units on the way to the zone, without queues [s].
  public var expectedTime: Double
}
