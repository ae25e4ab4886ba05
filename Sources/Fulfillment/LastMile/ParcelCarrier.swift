public import Quantities
public import RandomVariates
public import ScenarioFile

/// A parcel carrier: pickups, transit by distance, delivery hours, a rate card.
///
/// Transit is a law at distance zero plus a time per distance, with the law's shape kept: at distance d its
/// mean is m + k d. It passes only on the days the carrier moves parcels, and a parcel that would arrive
/// outside delivery hours waits for them.
public struct ParcelCarrier: LastMileKind {
  public var pickup = Departures()
  public var transit = Law.constant(48 * 3600)
  public var perDistance = 0.0
  public var moves = WeeklyHours.always
  public var delivers = WeeklyHours.always
  public var holidays: Located<String>?
  public var base = 0.0
  public var perCostDistance = 0.0
  public var perMass = 0.0
  public var rates: [CarrierRate] = []
  public var discount = 0.0
  public var surcharge = 0.0
  public var dimensionalDivisor: Double?
  public var residential = 0.0
  public var residentialShare = 1.0
  public var oversize: [OversizeFee] = []
  public var fuel = 0.0
  public var attempts: Attempts?
  public var co2e = 78e-9
  public var co2eUpstream = 18e-9
  public var stopDistance = 500.0
  public var vanCO2e = EmissionRate.van.tankToWheel
  public var vanCO2eUpstream = EmissionRate.van.wellToTank

  public init() {}

  /// Way over great-circle distance between the carrier's buildings [CIRC].
  private static let circuity = 1.3

  public static let summary = "A parcel carrier: pickups, transit by distance, a rate card."
  public static let parameters: [Parameter<ParcelCarrier>] = [
    .record("pickup", \.pickup, Departures.self, "When the carrier picks up at the last facility."),
    .law("transit", \.transit, .time, "Time from pickup to door at distance zero."),
    .quantity(
      "transit_per_distance", \.perDistance, .timePerLength, 0...1,
      "Further mean transit time per distance.", unit: "h/km"),
    .hours(
      "moves", \.moves,
      "When parcels move: transit passes only then (local time of the last facility)."),
    .hours("delivers", \.delivers, "When parcels are handed over (local time of the zone)."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which the carrier neither picks up nor moves nor delivers."),
    .quantity(
      "base", \.base, .money, 0...1e5, "Price of a parcel, without a rate card.", unit: "USD"),
    .quantity(
      "per_distance", \.perCostDistance, .moneyPerLength, 0...1000, "Price per distance.",
      unit: "USD/km"),
    .quantity("per_kg", \.perMass, .moneyPerMass, 0...1e5, "Price per weight.", unit: "USD/kg"),
    .records(
      "rates", \.rates, CarrierRate.self, "Rate card by distance and weight.", source: "FDX"),
    .fraction("discount", \.discount, "Off the rate card."),
    .number(
      "surcharge", \.surcharge, 0...5,
      "Fuel, residential and other surcharges in all, as a share of the discounted rate.",
      source: "SC"),
    .optionalQuantity(
      "dimensional_divisor", \.dimensionalDivisor, .volumePerMass, 1...100_000,
      "Volume that is charged as one unit of weight, where that is more than the goods weigh (139 or 166 in3/lb, 5000 cm3/kg).",
      unit: "cm3/kg", source: "FT2"),
    .quantity(
      "residential", \.residential, .money, 0...1000, "Surcharge per parcel to a residence.",
      unit: "USD"),
    .fraction(
      "residential_share", \.residentialShare,
      "Parcels to residences; each parcel is charged this part of the surcharge."),
    .records(
      "oversize", \.oversize, OversizeFee.self,
      "Surcharges of heavy and bulky parcels; those that apply are added."),
    .number(
      "fuel", \.fuel, 0...2,
      "Fuel surcharge, as a share of the discounted rate and all other surcharges."),
    .optionalRecord(
      "attempts", \.attempts, Attempts.self,
      "Failed attempts; left out: the first always succeeds."),
    .quantity(
      "co2e", \.co2e, .perLength, 0...1e5,
      "CO2e burned between the carrier's buildings, per weight and distance.", unit: "g/(t km)",
      source: "DEF"),
    .quantity(
      "co2e_upstream", \.co2eUpstream, .perLength, 0...1e5, "CO2e emitted before fuel was burned.",
      unit: "g/(t km)", source: "DEF"),
    .quantity(
      "stop_distance", \.stopDistance, .length, 0...1000,
      "A parcel's part of the way of the van that brings it.", unit: "km"),
    .quantity(
      "co2e_per_km", \.vanCO2e, .massPerLength, 0...1e5, "CO2e burned by that van.", unit: "g/km",
      source: "DEF"),
    .quantity(
      "co2e_per_km_upstream", \.vanCO2eUpstream, .massPerLength, 0...1e5,
      "CO2e emitted before, for that van.", unit: "g/km", source: "DEF"),
  ]

  public func check(_ report: RecordReport) {
    report.requireOpen("moves", moves)
    report.requireOpen("delivers", delivers)
  }

  public func reach(_ zone: inout LastMileWork) {
    zone.departure(pickup, named: "pickup", except: holidays)
    let further = perDistance * zone.distance
    let mean = transit.mean
    let law = mean < 1e-6 ? .constant(further) : transit.scaled(by: (mean + further) / mean)
    zone.travel(law, named: "transit", stage: .lastMile, while: moves, except: holidays)
    let before = zone.steps.count
    zone.wait(for: delivers, except: holidays, stage: .lastMile)
    zone.attempts(attempts, back: zone.steps.count - before, except: holidays)
    let factorOfPrice = (1 - discount) * (1 + surcharge) * (1 + fuel)
    zone.charge(
      perShipment: (base + perCostDistance * zone.distance) * factorOfPrice
        + residential * residentialShare * (1 + fuel),
      perKilogram: perMass * factorOfPrice, rates: classes(at: zone.distance, factorOfPrice),
      volumePerMass: dimensionalDivisor)
    zone.emit(
      EmissionRate(co2e, upstream: co2eUpstream), over: zone.distance * ParcelCarrier.circuity,
      vehicle: EmissionRate(vanCO2e, upstream: vanCO2eUpstream), stop: stopDistance)
    for fee in oversize {
      zone.charge(
        perShipment: fee.price * (1 + fuel), volumePerMass: dimensionalDivisor,
        overMass: fee.overMass, overVolume: fee.overVolume)
    }
  }

  /// Weight classes of the nearest distance band that reaches the zone, priced.
  private func classes(at distance: Double, _ factor: Double) -> [CarrierRate] {
    let band = rates.map(\.within).sorted().first { $0 >= distance } ?? rates.map(\.within).max()
    return rates.filter { $0.within == band }.sorted { $0.upTo < $1.upTo }.map {
      var rate = $0
      rate.price *= factor
      return rate
    }
  }
}

/// One cell of a rate card.
public struct CarrierRate: Configurable {
  public var within = 40_000e3
  public var upTo = 1.0
  public var price = 0.0

  public init() {}

  public static let summary = "The price of parcels up to a distance and a weight."
  public static let parameters: [Parameter<CarrierRate>] = [
    .quantity("within", \.within, .length, 0...50_000, "Longest distance of the band.", unit: "km"),
    .quantity(
      "up_to", \.upTo, .mass, 0.0001...1e5, "Heaviest parcel of the class.", unit: "kg",
      required: true),
    .quantity("price", \.price, .money, 0...1e6, "List price.", unit: "USD", required: true),
  ]
}
