internal import Quantities
public import ScenarioFile

/// A kind of facility. To add one: a file here and a line in `Registrations.facilities`.
///
/// A kind says in its own words what is done there; `fulfill` and `passThrough` lower that to primitives.
public protocol FacilityKind: Configurable {
  var siting: Siting { get }
  /// What is due on goods that come in through it; nil where nothing is.
  var imports: ImportRules? { get }
  /// What it keeps in stock; nil where goods never run out (or where none are kept).
  var stock: StockRule? { get }
  /// True if orders can ship from here.
  static var shipsOrders: Bool { get }
  /// What is done with an order that ships from here.
  func fulfill(_ work: inout FacilityWork)
  /// What is done with a shipment that comes through.
  func passThrough(_ work: inout FacilityWork)
  /// True if customers' returns can be sent here.
  static var takesReturns: Bool { get }
  /// What is done with a parcel that comes back.
  func takeBack(_ work: inout FacilityWork)
}

extension FacilityKind {
  public var stock: StockRule? { nil }
  public var imports: ImportRules? { nil }
  public static var shipsOrders: Bool { false }
  public func fulfill(_ work: inout FacilityWork) {}
  public func passThrough(_ work: inout FacilityWork) {}
  public static var takesReturns: Bool { false }
  public func takeBack(_ work: inout FacilityWork) {}
}

/// Where the members of a group of facilities are, and what they cost however much they do.
public struct Siting: Configurable {
  public enum Each: String, CaseIterable, Sendable {
    case zone, seller
  }
  /// Where a seller's own site is.
  public enum Base: String, CaseIterable, Sendable {
    /// Where the seller is.
    case home
    /// In a zone of the market, each zone taking sellers in proportion to its demand.
    case market
  }
  public var sites: [Place] = []
  public var clusters: Int?
  public var each: Each?
  public var largest: Int?
  public var cohort: Located<String>?
  public var base = Base.home
  public var coverage: Double?
  public var fixedCost = 0.0
  public var holidays: Located<String>?

  public init() {}

  public init(each: Each) { self.each = each }

  public static let summary = "Where the members of a group are; give one of sites, clusters, each."
  public static let parameters: [Parameter<Siting>] = [
    .records("sites", \.sites, Place.self, "Members listed by name and position."),
    .optionalInteger(
      "clusters", \.clusters, 1...10_000,
      "This many members, placed where they are nearest to the demand (weighted k-medians)."),
    .optionalChoice("each", \.each, of: Each.self, "A member in each zone, or with each seller."),
    .optionalInteger(
      "largest", \.largest, 1...1_000_000,
      "With `each: zone`: only in this many zones of most demand."),
    .optionalReference(
      "cohort", \.cohort, to: "seller", "With `each: seller`: only sellers of this cohort."),
    .choice(
      "base", \.base, of: Base.self,
      "With `each: seller`: at the seller's place, or in a zone of the market."),
    .optionalQuantity(
      "coverage", \.coverage, .length, 0.1...1000,
      "Longest way from a site to its customers: a member stands for as many like sites as that takes in its zone.",
      unit: "km"),
    .quantity(
      "fixed_cost", \.fixedCost, .moneyPerTime, 0...1e9,
      "Rent, equipment and overhead of each member.", unit: "USD/d"),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which nobody works there and nothing with a timetable leaves."),
  ]
}
