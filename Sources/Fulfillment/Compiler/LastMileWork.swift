internal import Diagnostics
public import Quantities
public import RandomVariates
public import ScenarioFile

/// What a last-mile kind lowers itself onto: steps and charges from one site to one zone.
public struct LastMileWork {
  let builder: NetworkBuilder
  let name: String
  let site: SiteModel
  let zone: Int
  let payer: Party
  let location: SourceLocation?
  /// From the site to the zone's center [m].
  public let distance: Double
  private(set) var steps: [Step] = []
  private(set) var charges: [Charge] = []
  /// What may happen at the door besides a delivery.
  private(set) var end: EndSpec?
  private(set) var emissions: [EmissionLeg] = []

  init(
    _ builder: NetworkBuilder, named name: String, from site: SiteModel, to zone: Int, payer: Party,
    location: SourceLocation?
  ) {
    self.builder = builder
    self.name = name
    self.site = site
    self.zone = zone
    self.payer = payer
    self.location = location
    distance = builder.market.geography.distance(
      site.position, builder.market.zones[zone].position)
  }

  /// Row of a calendar of holidays; the site's own where none is named.
  func holidays(_ name: Located<String>?) -> Int {
    name.map { builder.market.holidays.row($0, builder.sink) } ?? site.holidays
  }

  /// Waits for a departure; nothing if it leaves at once.
  public mutating func departure(
    _ departures: Departures, named: String, except holidays: Located<String>? = nil
  ) {
    guard
      let timetable = builder.timetable(
        departures, except: self.holidays(holidays), in: site.timeZone)
    else { return }
    let key = "\(name)|\(named)|\(site.name)"
    steps.append(
      Step(
        primitive: .departure, waitStage: .departure, workStage: .departure,
        resource: builder.departure(
          departures, timetable: timetable, perTrip: 0, account: .lastMile, key: key, at: location),
        label: label(named)))
  }

  /// A delay that passes only while the hours are open at the site, and on no holiday of the calendar.
  public mutating func travel(
    _ law: Law, named: String, stage: Stage, while hours: WeeklyHours = .always,
    except holidays: Located<String>? = nil
  ) {
    guard law != .constant(0) else { return }
    let row = builder.market.holidays.row(holidays, builder.sink)
    steps.append(
      Step(
        primitive: .travel, waitStage: stage, workStage: stage,
        resource: hours.isAlways && row == 0
          ? -1 : builder.openings(hours, except: row, in: site.timeZone),
        law: builder.law(law), purpose: builder.purpose("travel.last_mile.\(named)"),
        label: label(named, toZone: zone)))
  }

  private func label(_ name: String, toZone: Int = -1) -> Int32 {
    builder.label(
      StepLabel(
        name: name, site: site.index, toZone: toZone,
        carrier: .init(name: self.name, isLastMile: true)))
  }

  /// Waits until the hours are open at the zone.
  public mutating func wait(
    for hours: WeeklyHours, except holidays: Located<String>? = nil, stage: Stage
  ) {
    let row = builder.market.holidays.row(holidays, builder.sink)
    if hours.isAlways, row == 0 { return }
    steps.append(
      Step(
        primitive: .travel, waitStage: stage, workStage: stage,
        resource: builder.openings(
          hours, except: row, in: builder.market.zones[zone].timeZone),
        label: label("delivery hours", toZone: zone)))
  }

  /// CO2e of a parcel among those of others.
  ///
  /// - Parameters:
  ///   - rate: Per mass and distance [kg/(kg m)], over `distance` [m].
  ///   - vehicle: Per distance of a vehicle [kg/m], over the parcel's part of its way, `stop` [m].
  public mutating func emit(
    _ rate: EmissionRate, over distance: Double, vehicle: EmissionRate, stop: Double
  ) {
    emissions.append(
      EmissionLeg(mode: .truck, account: .lastMile, perGram: rate.perGram(over: distance)))
    emissions.append(
      EmissionLeg(mode: .van, account: .lastMile, perShipment: vehicle.over(stop)))
  }

  /// A price per parcel, billed to whoever pays for shipping.
  ///
  /// - Parameters:
  ///   - volumePerMass: Volume that is charged as a unit of weight [m3/kg].
  ///   - overMass: Only of parcels with more chargeable weight than this [kg], or more volume than
  ///     `overVolume` [m3].
  public mutating func charge(
    perShipment: Double, perKilogram: Double = 0, rates: [CarrierRate] = [],
    volumePerMass: Double? = nil, overMass: Double? = nil, overVolume: Double? = nil
  ) {
    var charge = Charge(
      account: .lastMile, payer: payer, payee: .carrier, perShipment: micros(perShipment),
      perGram: perKilogram * 1e3, gramsPerVolume: volumePerMass.map { 1e-3 / $0 } ?? 0,
      overGrams: overMass.map { max(1, Int64(saturating: $0 * 1e3)) } ?? 0,
      overVolume: overVolume.map { max(1, SKUTable.cubicCentimeters($0)) } ?? 0)
    if !rates.isEmpty {
      let last = rates.count - 1
      let classes = rates.enumerated().map { index, rate in
        // Beyond the heaviest class the price grows as it does in proportion to the weight there.
        Rate(
          upToGrams: rate.upTo * 1e3, price: micros(rate.price),
          perFurtherGram: index == last ? rate.price * 1e6 / (rate.upTo * 1e3) : 0)
      }
      charge.firstRate = builder.rates(classes)
      charge.rateCount = Int32(classes.count)
    }
    charges.append(charge)
  }

  /// Attempts may fail: another is made at the next step back from the door that is given, or from there.
  ///
  /// - Parameter back: Steps that the parcel goes back for another attempt.
  public mutating func attempts(
    _ attempts: Attempts?, back: Int = 0, except holidays: Located<String>? = nil
  ) {
    guard let attempts, attempts.failure > 0 else { return }
    let row = builder.market.holidays.row(holidays, builder.sink)
    var end = EndSpec()
    end.failure = attempts.failure
    end.attempts = Int32(attempts.most)
    end.again = Int64(saturating: attempts.again * 1e6)
    if !attempts.hours.isAlways || row != 0 {
      end.calendar = builder.openings(
        attempts.hours, except: row, in: builder.market.zones[zone].timeZone)
    }
    end.back = Int32(min(back, steps.count))
    end.perAttempt = micros(attempts.perAttempt)
    end.payer = payer
    self.end = end
  }

  /// The parcel is brought to the zone's lockers instead of the door.
  mutating func locker(_ locker: ParcelLocker) {
    var end = EndSpec()
    end.locker = builder.locker(
      LockerSpec(
        name: "\(name)-\(builder.market.zones[zone].name)", compartments: locker.compartments,
        collection: builder.law(locker.collection), hold: Int64(saturating: locker.hold * 1e6)))
    end.overflowsToDoor = locker.overflow == .door
    end.attempts = Int32(locker.most)
    end.again = Int64(saturating: locker.again * 1e6)
    end.perAttempt = micros(locker.perDoor)
    end.payer = payer
    self.end = end
  }

  /// Delivery by the vehicles of a plan, shared by all zones of the site or of this zone alone.
  public mutating func round(_ plan: RoundPlan, sharedByZones: Bool) {
    let market = builder.market
    let target = market.zones[zone]
    let key = sharedByZones ? "\(name)|\(site.name)" : "\(name)|\(site.name)|\(target.name)"
    let round = builder.round(
      plan, named: sharedByZones ? name : "\(name)-\(target.name)", at: site, key: key)
    let offset = market.geography.offset(from: site.position, to: target.position)
    let radius = min(target.radius, site.coverage)
    builder.tables.roundStops.append(
      RoundStop(round: round, east: offset.east, north: offset.north, radius: radius))
    let way = distance + 2.0 / 3.0 * radius
    builder.secondsPerStop.append(
      plan.loading + 2 * way * plan.circuity / plan.speed * plan.slowness + plan.service.mean)
    steps.append(
      Step(
        primitive: .round, waitStage: plan.waves == nil ? .queue : .departure, workStage: .lastMile,
        resource: Int32(builder.tables.roundStops.count - 1), label: label(name, toZone: zone)))
  }
}

/// How vehicles go on rounds; SI units.
public struct RoundPlan: Sendable {
  var waves: Departures?
  var vehicles: Int?
  var utilization: Double
  var hours: WeeklyHours
  /// Row of the calendar of days on which they do not leave.
  var holidays = 0
  var capacity: Int
  var durationMaximum: Double
  var loading: Double
  var speed: Double
  var stemSpeed: Double
  var circuity: Double
  var service: Law
  var perRound: Double
  var perDistance: Double
  var wage: Double
  var perStop: Double
  var isIdlePaid = false
  /// Factors of both speeds in each hour of the local day; empty: always 1.
  var speedByHour: [Double] = []
  var mode = Lane.Mode.van
  /// CO2e per distance [kg/m].
  var co2e = EmissionRate()
  /// Stops per square meter and wave for parcels of other shippers.
  var othersPerArea = 0.0

  /// Time of a way over that at full speed, in the mean of the hours of the day.
  var slowness: Double {
    speedByHour.isEmpty ? 1 : speedByHour.reduce(0) { $0 + 1 / $1 } / Double(speedByHour.count)
  }
}
