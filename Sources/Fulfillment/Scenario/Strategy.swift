internal import Quantities
public import ScenarioFile

/// One way of getting the goods to the door, as data. Nothing in the code knows a strategy by name.
public struct Strategy: Configurable {
  public var about = ""
  public var promise: Promise?
  public var listing: Listing?
  public var regions: Int?
  public var facilities: [Named<any FacilityKind>] = []
  public var lanes: [Lane] = []
  public var lastMile: [Named<any LastMileKind>] = []
  public var paths: [Path] = []
  public var sourcing: [SourcingTier] = []
  public var shortage = Shortage.backorder
  public var shipmentsMost = 255
  public var commerce = Commerce()
  public var cancellation: OrderCancellation?
  public var returns: ReturnFlow?

  public init() {}

  /// What happens when no facility of any tier has all lines of an order.
  public enum Shortage: String, CaseIterable, Sendable, BitwiseCopyable {
    case backorder, lost, split
  }

  public static let summary = "Facilities, lanes, last mile and policies that serve the market."
  public static let parameters: [Parameter<Strategy>] = [
    .text("about", \.about, "One sentence on the strategy."),
    .optionalRecord(
      "promise", \.promise, Promise.self,
      "What the strategy itself promises, beside what the market expects."),
    .optionalRecord(
      "listing", \.listing, Listing.self,
      "What customers are shown as in stock; if left out, everything can always be ordered."),
    .optionalInteger(
      "regions", \.regions, 1...10_000,
      "Regions that zones and facilities are grouped into (weighted k-medians of the zones).",
      source: "WSJ23"),
    .namedVariants(
      "facilities", \.facilities, Registrations.facilities, "Groups of facilities, by name.",
      required: true),
    .records("lanes", \.lanes, Lane.self, "Transport between groups of facilities."),
    .namedVariants(
      "last_mile", \.lastMile, Registrations.lastMile, "Ways to reach the door, by name.",
      required: true),
    .records(
      "paths", \.paths, Path.self, "Which groups goods pass from the source to the door.",
      required: true),
    .records(
      "sourcing", \.sourcing, SourcingTier.self,
      "Which facility ships an order: tiers tried in order.",
      required: true),
    .choice(
      "shortage", \.shortage, of: Shortage.self,
      "When no facility has all lines: wait at the last tier's first choice, lose the order, or split it."
    ),
    .integer(
      "shipments_most", \.shipmentsMost, 2...255,
      "With `shortage: split`: an order that would take more shipments than this waits until one facility that carries it has it all."
    ),
    .record("commerce", \.commerce, Commerce.self, "Fees and who pays for shipping."),
    .optionalRecord(
      "cancellation", \.cancellation, OrderCancellation.self,
      "When the platform cancels an order by itself; left out: never."),
    .optionalRecord(
      "returns", \.returns, ReturnFlow.self,
      "The way back of what customers refuse or return; left out: to where it came from, at standard values."
    ),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("facilities", facilities.count, "group of facilities")
    report.requireSome("last_mile", lastMile.count, "way to the door")
    report.requireSome("paths", paths.count, "path")
    report.requireSome("sourcing", sourcing.count, "tier")
  }
}

/// The groups of facilities a shipment passes from its source to the last mile.
public struct Path: Configurable {
  public var from: [Located<String>] = []
  public var via: [Located<String>] = []
  public var lastMile = Located<String>("")

  public init() {}

  public static let summary = "Source group, groups passed through, and the last mile."
  public static let parameters: [Parameter<Path>] = [
    .references(
      "from", \.from, to: "facility group", "Group or groups the goods start from.", required: true),
    .references(
      "via", \.via, to: "facility group",
      "Groups passed in this order: of the last the member nearest to the zone, of the others those that make the way to it shortest."
    ),
    .reference(
      "last_mile", \.lastMile, to: "last mile", "How the door is reached.", required: true),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("from", from.count, "group")
  }
}

/// One tier of sourcing: a group of facilities and the policy that ranks them.
public struct SourcingTier: Configurable {
  public var from: [Located<String>] = []
  public var policy: any SourcingPolicy = Nearest()
  public var within: Double?

  public init() {}

  public static let summary = "A group of facilities to ship from, and how its members are ranked."
  public static let parameters: [Parameter<SourcingTier>] = [
    .references(
      "from", \.from, to: "facility group", "Group or groups whose members may ship.",
      required: true),
    .variant("policy", \.policy, Registrations.sourcing, "How the group's members are ranked."),
    .optionalQuantity(
      "within", \.within, .length, 0...50_000, "Only facilities this near to the zone.", unit: "km"),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("from", from.count, "group")
  }
}
