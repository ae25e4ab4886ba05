public import Quantities
public import RandomVariates
public import ScenarioFile

/// Transport from each member of one group to each member of another.
public struct Lane: Configurable {
  public enum Mode: String, CaseIterable, Sendable, BitwiseCopyable {
    case air, ocean, truck, parcel, van, bike
  }
  public var from = Located<String>("")
  public var to = Located<String>("")
  public var mode = Mode.truck
  public var time: Law?
  public var speed: Double?
  public var circuity = 1.3
  public var variation = 0.15
  public var departures = Departures()
  public var perTrip = 0.0
  public var perTripDistance = 0.0
  public var perParcel = 0.0
  public var perParcelDistance = 0.0
  public var perUnit = 0.0
  public var perMass = 0.0
  public var dimensionalDivisor: Double?
  public var co2e: Double?
  public var co2eUpstream: Double?
  public var vehicleCO2e: Double?
  public var vehicleCO2eUpstream = 0.0

  public init() {}

  /// CO2e of a vehicle's way [kg/m], where it is given.
  var vehicleEmissions: EmissionRate? {
    vehicleCO2e.map { EmissionRate($0, upstream: vehicleCO2eUpstream) }
  }

  public static let summary = "Transport between two groups: time, departures, capacity and cost."
  public static let parameters: [Parameter<Lane>] = [
    .reference("from", \.from, to: "facility group", "Group it starts from.", required: true),
    .reference("to", \.to, to: "facility group", "Group it leads to.", required: true),
    .choice("mode", \.mode, of: Mode.self, "Means of transport; decides the cost account."),
    .optionalLaw(
      "time", \.time, .time,
      "Travel time; if left out, distance x circuity / speed with `variation`."),
    .optionalQuantity(
      "speed", \.speed, .speed, 0.1...2000,
      "Mean speed; the mode's if left out (truck 40 mph [ATRI], air 800 km/h, ocean 32 km/h).",
      unit: "km/h", source: "ATRI"),
    .number(
      "circuity", \.circuity, 1...5, "Way over great-circle distance (not for air).", source: "CIRC"
    ),
    .number(
      "variation", \.variation, 0...5, "Coefficient of variation of a travel time from speed."),
    .record("departures", \.departures, Departures.self, "When it leaves, and how much it takes."),
    .quantity("per_trip", \.perTrip, .money, 0...1e9, "Cost of one departure.", unit: "USD"),
    .quantity(
      "per_trip_km", \.perTripDistance, .moneyPerLength, 0...1e6,
      "Cost of one departure per distance traveled.", unit: "USD/km", source: "ATRI"),
    .quantity("per_parcel", \.perParcel, .money, 0...1e6, "Cost per parcel.", unit: "USD"),
    .quantity(
      "per_parcel_km", \.perParcelDistance, .moneyPerLength, 0...1000,
      "Cost per parcel and distance, where the vehicle is shared with others.", unit: "USD/km"),
    .quantity("per_unit", \.perUnit, .money, 0...1e6, "Cost per unit.", unit: "USD"),
    .quantity(
      "per_kg", \.perMass, .moneyPerMass, 0...1e6, "Cost per weight.", unit: "USD/kg",
      source: "FBX"),
    .optionalQuantity(
      "dimensional_divisor", \.dimensionalDivisor, .volumePerMass, 1...100_000,
      "Volume that `per_kg` charges as one unit of weight, where that is more than the goods weigh (6000 cm3/kg by air).",
      unit: "cm3/kg"),
    .optionalQuantity(
      "co2e", \.co2e, .perLength, 0...1e5,
      "CO2e burned per weight and distance; the mode's if left out (air 899 or below 3,700 km 1278, ocean 16.1, truck 78, parcel 102, van 628 g/(t km)).",
      unit: "g/(t km)", source: "DEF"),
    .optionalQuantity(
      "co2e_upstream", \.co2eUpstream, .perLength, 0...1e5,
      "CO2e emitted before fuel was burned, per weight and distance; the mode's if left out (air 135 or 205, ocean 3.7, truck 18, parcel 23.5, van 150 g/(t km)).",
      unit: "g/(t km)", source: "DEF"),
    .optionalQuantity(
      "co2e_per_km", \.vehicleCO2e, .massPerLength, 0...1e5,
      "CO2e burned per distance of a vehicle, shared evenly by its load, instead of `co2e` (929 g/km for an articulated truck).",
      unit: "g/km", source: "DEF"),
    .quantity(
      "co2e_per_km_upstream", \.vehicleCO2eUpstream, .massPerLength, 0...1e5,
      "CO2e emitted before, per distance of a vehicle.", unit: "g/km"),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("time", "speed")
    for key in ["co2e", "co2e_upstream"] { report.refuseBoth(key, "co2e_per_km") }
    if dimensionalDivisor != nil, perMass == 0 {
      report.error(
        "conflicting-keys", "'dimensional_divisor' has no effect without 'per_kg'",
        at: "dimensional_divisor")
    }
  }
}

/// When transport leaves and how much it takes.
public struct Departures: Configurable {
  public var at: [TimeOfDay] = []
  public var every: Double?
  public var days = Weekdays.all
  public var holidays: Located<String>?
  public var cutOff = 0.0
  public var capacity: Int?
  public var payload: Double?
  public var volume: Double?
  public var vehicles = 1

  public init() {}

  public static let summary = "A timetable or an interval, a cut-off and what its vehicles take."
  public static let parameters: [Parameter<Departures>] = [
    .timesOfDay("at", \.at, "Local times of departure; empty: leaves at once, or at `every`."),
    .optionalQuantity(
      "every", \.every, .time, 0.1...100_000,
      "Interval between departures, from each local midnight; over a day, from the first one.",
      unit: "min"),
    .weekdays("days", \.days, "Days on which it leaves."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which it does not leave; those of where it leaves from if left out."),
    .quantity(
      "cut_off", \.cutOff, .time, 0...168, "Goods must be ready this long before a departure.",
      unit: "h"),
    .optionalInteger(
      "capacity", \.capacity, 1...100_000_000,
      "Parcels that one vehicle takes; the rest waits for the next departure, in order."),
    .optionalQuantity(
      "payload", \.payload, .mass, 0.001...1e9,
      "Weight that one vehicle takes; a shipment beyond it has a vehicle to itself.", unit: "kg"),
    .optionalQuantity(
      "volume", \.volume, .volume, 0.000_001...1e7,
      "Volume that one vehicle takes; a shipment beyond it has a vehicle to itself.", unit: "m3"),
    .integer(
      "vehicles", \.vehicles, 1...1_000_000,
      "Vehicles that may leave at a time, one after the other filled; each that leaves costs a trip."
    ),
  ]

  /// Whether anything limits what one vehicle takes.
  var isLimited: Bool { capacity != nil || payload != nil || volume != nil }

  public func check(_ report: RecordReport) {
    report.refuseBoth("at", "every")
    if days.days.isEmpty {
      report.error("no-days", "it never departs: 'days' is empty", at: "days")
    }
    if at.isEmpty, every == nil, days == .all {
      for key in ["cut_off", "capacity", "payload", "volume", "vehicles", "holidays"]
      where report.gives(key) {
        report.error(
          "conflicting-keys", "'\(key)' has no effect without a timetable", at: key,
          help: ["give 'at' or 'every'; without them everything leaves at once"])
      }
    } else if report.gives("vehicles"), !isLimited {
      report.error(
        "conflicting-keys", "'vehicles' has no effect where one takes everything", at: "vehicles",
        help: ["say what one takes: 'capacity', 'payload' or 'volume'"])
    }
  }
}
