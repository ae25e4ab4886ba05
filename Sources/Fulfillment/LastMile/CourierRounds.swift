public import Quantities
public import RandomVariates
public import ScenarioFile

/// Couriers who leave a dark store as soon as an order is ready, with few stops each.
public struct CourierRounds: LastMileKind {
  public var couriers: Int?
  public var utilization = 0.6
  public var hours = WeeklyHours.always
  public var holidays: Located<String>?
  public var batch = 2
  public var loading = 60.0
  public var speed = 15 / 3.6
  public var speedByHour: [Double] = []
  public var circuity = 1.3
  public var service = Law.constant(120)
  public var perDrop = 0.0
  public var wage = 0.0
  public var paid = Process.Paid.staffed
  public var perDistance = 0.0
  public var attempts: Attempts?
  public var co2e = 4.5e-6
  public var co2eUpstream = 0.0

  public init() {}

  public static let summary = "Couriers from a dark store: at once, few stops each."
  public static let parameters: [Parameter<CourierRounds>] = [
    .optionalInteger(
      "couriers", \.couriers, 1...1_000_000,
      "Couriers per store; if left out, sized by `utilization`."),
    .fraction(
      "utilization", \.utilization, 0.01...1, "Share of their time that mean demand fills."),
    .hours("hours", \.hours, "When they work, local time of the store."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which they do not work; the store's if left out."),
    .integer("batch", \.batch, 1...50, "Most orders of one trip."),
    .quantity("loading", \.loading, .time, 0...60, "Handing over at the store.", unit: "min"),
    .quantity("speed", \.speed, .speed, 0.1...200, "In the city.", unit: "km/h", source: "BHU"),
    .numbers(
      "speed_by_hour", \.speedByHour, 0.05...5,
      "Factors of the speed in each of the 24 hours of the day, local time of the store; left out: always 1."
    ),
    .number("circuity", \.circuity, 1...5, "Way over straight-line distance.", source: "CIRC"),
    .law("service", \.service, .time, "At the door.", source: "CAL"),
    .quantity(
      "per_drop", \.perDrop, .money, 0...1000, "Paid per order.", unit: "USD", source: "MINT"),
    .quantity(
      "wage", \.wage, .moneyPerTime, 0...1000, "Paid per staffed hour.", unit: "USD/h",
      source: "PAY"),
    .choice(
      "paid", \.paid, of: Process.Paid.self,
      "staffed: every staffed hour; worked: only hours on trips, where couriers are shared with others."
    ),
    .quantity(
      "per_distance", \.perDistance, .moneyPerLength, 0...1000, "Energy and wear.", unit: "USD/km"),
    .optionalRecord(
      "attempts", \.attempts, Attempts.self,
      "Failed attempts: parcels come back to the station and join a later round; left out: the first always succeeds."
    ),
    .quantity(
      "co2e_per_km", \.co2e, .massPerLength, 0...1e5,
      "CO2e burned per distance of a courier, as of an e-cargo bike.",
      unit: "g/km", source: "BIKE"),
    .quantity(
      "co2e_per_km_upstream", \.co2eUpstream, .massPerLength, 0...1e5,
      "CO2e emitted before, per distance.", unit: "g/km", source: "BIKE"),
  ]

  public func check(_ report: RecordReport) {
    report.requireOpen("hours", hours)
    report.requireHours("speed_by_hour", speedByHour)
  }

  public func reach(_ zone: inout LastMileWork) {
    zone.round(
      RoundPlan(
        waves: nil, vehicles: couriers, utilization: utilization, hours: hours,
        holidays: zone.holidays(holidays), capacity: batch,
        durationMaximum: 0, loading: loading, speed: speed, stemSpeed: speed, circuity: circuity,
        service: service, perRound: 0, perDistance: perDistance, wage: wage, perStop: perDrop,
        isIdlePaid: paid == .staffed, speedByHour: speedByHour, mode: .bike,
        co2e: EmissionRate(co2e, upstream: co2eUpstream)),
      sharedByZones: true)
    zone.attempts(attempts, back: 1)
  }
}
