internal import DiscreteEvent
internal import RandomVariates

/// A station: servers on a calendar, one queue, and who pays for its labor.
struct StationSpec {
  var site: Int
  var process: String
  var staffing: StaffingCalendar
  /// Overtime and surge labor, where there are any.
  var labor: LaborSpec?
  var discipline: Discipline
  var oldestOrderFirst: Bool
  /// Millionths of the currency per server and second.
  var wagePerSecond: Double
  /// Whether idle time of staffed servers is paid too.
  var isIdlePaid: Bool
  var account: Account
}

/// A departure: a timetable, a cut-off, what its vehicles take and the cost of one trip.
struct DepartureSpec: BitwiseCopyable {
  let timetable: Int32
  let cutOff: Int64
  /// Parcels per vehicle; 0: no limit.
  let capacity: Int32
  /// Weight [g] and volume [cm3] per vehicle; 0: no limit.
  let grams: Int64
  let volume: Int64
  /// Vehicles that may leave at a time.
  let vehicles: Int32
  /// Millionths per vehicle and trip, shared evenly by its load.
  let perTrip: Int64
  let account: Account
  /// Who pays for the trips.
  let payer: Party
  /// CO2e of a vehicle's trip, shared evenly by its load [µg].
  let mode: Lane.Mode
  let co2e: EmissionRate

  /// True where the load matters, so that shipments are held and counted.
  let isBatched: Bool
  /// True where weight or volume of shipments matters.
  let isWeighed: Bool

  init(
    timetable: Int32, cutOff: Int64, capacity: Int32, grams: Int64 = 0, volume: Int64 = 0,
    vehicles: Int32 = 1, perTrip: Int64, account: Account, payer: Party = .facilityOperator,
    mode: Lane.Mode = .truck, co2e: EmissionRate = EmissionRate()
  ) {
    self.timetable = timetable
    self.cutOff = cutOff
    self.capacity = capacity
    self.grams = grams
    self.volume = volume
    self.vehicles = vehicles
    self.perTrip = perTrip
    self.account = account
    self.payer = payer
    self.mode = mode
    self.co2e = co2e
    isWeighed = grams > 0 || volume > 0
    isBatched = capacity > 0 || perTrip != 0 || isWeighed || !co2e.isZero
  }
}

/// Sorted instants [µs since the epoch] at which something leaves.
struct Timetable: Hashable {
  var instants: [Int64]
}

/// Sorted disjoint intervals [µs since the epoch] in which something is open.
struct OpeningTimes: Hashable {
  var opens: [Int64]
  var closes: [Int64]
}

/// Vehicles that leave a site, serve stops and come back.
struct RoundSpec {
  var site: Int
  var name: String
  /// Departures of waves; -1: a vehicle leaves as soon as it and a shipment are there.
  var timetable: Int32
  var staffing: StaffingCalendar
  /// Stops of one round at most.
  var capacity: Int32
  /// Longest time away [µs]; 0: no limit.
  var durationMaximum: Int64
  var loading: Int64
  /// Meters per second between stops and on the way to the first.
  var speed: Double
  var stemSpeed: Double
  var circuity: Double
  var serviceLaw: Int32
  var servicePurpose: Int32
  /// Millionths.
  var perRound: Int64
  var perMeter: Double
  var wagePerSecond: Double
  var perStop: Int64
  /// Who pays for its stops.
  var payer: Party
  /// Whether idle time of staffed vehicles is paid too.
  var isIdlePaid: Bool
  /// Row of the speeds by the hour; -1: always the same.
  var speeds: Int32
  /// CO2e of a vehicle [kg/m].
  var mode: Lane.Mode
  var co2e: EmissionRate
  /// Stops per square meter and wave for parcels of other shippers; above 0 the fleet is theirs.
  var othersPerArea: Double
}

/// Factors of a speed, each from an instant on [µs since the epoch]; all above 0.
struct SpeedTable: Hashable {
  var starts: [Int64] = []
  var factors: [Double] = []
}

/// The factors, raw.
struct SpeedView: BitwiseCopyable {
  let period: PeriodView
  let factors: UnsafePointer<Double>

  init(_ table: SpeedTable, in memory: NetworkMemory) {
    period = PeriodView(table.starts, in: memory)
    factors = memory.copy(table.factors)
  }

  var count: Int { period.starts.count }
}

/// How a round reaches one zone: an offset of its center and its radius [m].
struct RoundStop: BitwiseCopyable {
  var round: Int32
  var east: Double
  var north: Double
  var radius: Double
}

/// With `probability`, the step's law delays the shipment.
struct GateSpec {
  var probability: Double
}
