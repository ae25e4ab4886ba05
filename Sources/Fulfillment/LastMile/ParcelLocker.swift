public import Quantities
public import RandomVariates
public import ScenarioFile

/// A bank of lockers in each zone, filled by a carrier; customers fetch their parcels.
///
/// A parcel is delivered when it is in a compartment, and takes that up until it is collected. One that nobody
/// collects in time goes back to its sender. If all compartments are taken, it is brought to the door, or tried
/// again later. Every parcel fits every compartment.
public struct ParcelLocker: LastMileKind {
  /// What happens to parcels that find all compartments taken.
  public enum Overflow: String, CaseIterable, Sendable {
    case again, door
  }
  public var pickup = Departures()
  public var transit = Law.constant(24 * 3600)
  public var moves = WeeklyHours.always
  public var holidays: Located<String>?
  public var base = 0.0
  public var perMass = 0.0
  public var compartments = 60
  public var collection = Law.constant(18 * 3600)
  public var hold = 7.0 * 86400
  public var overflow = Overflow.again
  public var again = 24.0 * 3600
  public var most = 3
  public var perDoor = 0.0

  public init() {}

  public static let summary = "A bank of lockers in each zone, where customers fetch their parcels."
  public static let parameters: [Parameter<ParcelLocker>] = [
    .record("pickup", \.pickup, Departures.self, "When the carrier picks up at the last facility."),
    .law("transit", \.transit, .time, "From pickup to the lockers."),
    .hours(
      "moves", \.moves,
      "When parcels move: transit passes only then (local time of the last facility)."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which the carrier neither picks up nor moves."),
    .quantity("base", \.base, .money, 0...1e5, "Price of a parcel.", unit: "USD"),
    .quantity("per_kg", \.perMass, .moneyPerMass, 0...1e5, "Price per weight.", unit: "USD/kg"),
    .integer(
      "compartments", \.compartments, 1...1_000_000,
      "Parcels that the lockers of a zone hold at a time."),
    .law("collection", \.collection, .time, "From the parcel's arrival until it is collected."),
    .quantity(
      "hold", \.hold, .time, 0...8760,
      "Longest time in a compartment; then a parcel goes back to its sender.", unit: "h"),
    .choice(
      "overflow", \.overflow, of: Overflow.self,
      "If all compartments are taken: tried again later, or brought to the door."),
    .quantity(
      "again", \.again, .time, 0...720, "Until a parcel that found no compartment is tried again.",
      unit: "h"),
    .integer("most", \.most, 1...20, "Tries before a parcel goes back to its sender."),
    .quantity(
      "per_door", \.perDoor, .money, 0...1000, "Price of bringing a parcel to the door instead.",
      unit: "USD"),
  ]

  public func check(_ report: RecordReport) { report.requireOpen("moves", moves) }

  public func reach(_ zone: inout LastMileWork) {
    zone.departure(pickup, named: "pickup", except: holidays)
    zone.travel(transit, named: "transit", stage: .lastMile, while: moves, except: holidays)
    zone.charge(perShipment: base, perKilogram: perMass)
    zone.locker(self)
  }
}
