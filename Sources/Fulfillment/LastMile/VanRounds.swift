internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Vans that leave a delivery station in waves and serve many stops.
public struct VanRounds: LastMileKind {
  public var waves = Departures()
  public var vans: Int?
  public var utilization = 0.8
  public var stops = 180
  public var duration = 9.0 * 3600
  public var loading = 20.0 * 60
  public var speed = 15 / 3.6 * 1.609344
  public var stemSpeed = 30 / 3.6 * 1.609344
  public var speedByHour: [Double] = []
  public var circuity = 1.3
  public var service = Law.constant(96)
  public var perRound = 80.0
  public var wage = 21 / 3600.0 * 1.3
  public var perDistance = 0.0
  public var others = 0.0
  public var attempts: Attempts?
  public var co2e = EmissionRate.van.tankToWheel
  public var co2eUpstream = EmissionRate.van.wellToTank

  public init() { waves.at = [TimeOfDay(hour: 10)!] }

  public static let summary = "Vans in waves from a delivery station, many stops each."
  public static let parameters: [Parameter<VanRounds>] = [
    .record(
      "waves", \.waves, Departures.self, "When vans leave, local time of the station.",
      source: "CRAIN"),
    .optionalInteger(
      "vans", \.vans, 1...1_000_000, "Vans per zone; if left out, sized by `utilization`."),
    .fraction(
      "utilization", \.utilization, 0.01...1, "Share of the vans' stops that mean demand fills."),
    .integer("stops", \.stops, 1...10_000, "Most stops of one round.", source: "DSP"),
    .quantity(
      "duration", \.duration, .time, 0...24,
      "Longest round; what does not fit waits for the next wave.", unit: "h", source: "DSP"),
    .quantity(
      "loading", \.loading, .time, 0...600, "Loading before a wave leaves.", unit: "min",
      source: "WANE"),
    .quantity("speed", \.speed, .speed, 0.1...200, "Between stops.", unit: "km/h"),
    .quantity(
      "stem_speed", \.stemSpeed, .speed, 0.1...200, "To the district and back.", unit: "km/h"),
    .numbers(
      "speed_by_hour", \.speedByHour, 0.05...5,
      "Factors of both speeds in each of the 24 hours of the day, local time of the station; left out: always 1."
    ),
    .number("circuity", \.circuity, 1...5, "Way over straight-line distance.", source: "CIRC"),
    .law("service", \.service, .time, "At each stop.", source: "GOT"),
    .quantity("per_round", \.perRound, .money, 0...1e6, "Van and overhead per round.", unit: "USD"),
    .quantity(
      "wage", \.wage, .moneyPerTime, 0...1e4, "Driver, with burden, while on the round.",
      unit: "USD/h", source: "PAY"),
    .quantity(
      "others", \.others, .perArea, 0...1e6,
      "Stops per area and wave for parcels of other shippers. Above 0 the vans are those of a larger network: always full, never short, and paid by the stop.",
      unit: "stops/km2"),
    .quantity(
      "per_distance", \.perDistance, .moneyPerLength, 0...1000, "Energy and wear.", unit: "USD/km"),
    .optionalRecord(
      "attempts", \.attempts, Attempts.self,
      "Failed attempts: parcels come back to the station and join a later round; left out: the first always succeeds."
    ),
    .quantity(
      "co2e_per_km", \.co2e, .massPerLength, 0...1e5,
      "CO2e burned per distance of a van (76.1 and 19.3 g/km with a battery).",
      unit: "g/km", source: "DEF"),
    .quantity(
      "co2e_per_km_upstream", \.co2eUpstream, .massPerLength, 0...1e5,
      "CO2e emitted before, per distance.", unit: "g/km", source: "DEF"),
  ]

  public func check(_ report: RecordReport) {
    report.requireHours("speed_by_hour", speedByHour)
    if waves.isLimited {
      report.error(
        "conflicting-keys", "what vans take is said by 'stops', not by their waves", at: "waves",
        help: ["drop capacity, payload and volume from 'waves', and give 'stops' and 'vans'"])
    }
  }

  public func reach(_ zone: inout LastMileWork) {
    zone.round(
      RoundPlan(
        waves: waves, vehicles: vans, utilization: utilization, hours: .always,
        holidays: zone.holidays(nil),
        capacity: stops,
        durationMaximum: duration, loading: loading, speed: speed, stemSpeed: stemSpeed,
        circuity: circuity, service: service, perRound: perRound, perDistance: perDistance,
        wage: wage, perStop: 0, speedByHour: speedByHour, mode: .van,
        co2e: EmissionRate(co2e, upstream: co2eUpstream), othersPerArea: others),
      sharedByZones: false)
    zone.attempts(attempts, back: 1)
  }
}
