internal import Foundation

extension OracleCase {
  /// Time that passes without contention: transit, timetables, customs, rates that change, couriers.
  static let delayCases: [OracleCase] = [
    mginf("exponential", "exponential(mean: 50 min)", p95: -50 * log(0.05)),
    // The 95 % point of the standard normal law.
    mginf(
      "lognormal", "lognormal(median: 40 min, sigma: 0.5)", mean: 40 * exp(0.125),
      p95: 40 * exp(0.5 * 1.6448536269514722)),
    mginf("constant", "50 min", p95: 50),
    fromEmpty, hourly, timetable, capacity, waves, customs, couriers,
  ]

  private static func mginf(_ name: String, _ law: String, mean: Double = 50, p95: Double)
    -> OracleCase
  {
    OracleCase(
      "mginf-\(name)", "M/G/inf (\(name)), load \(Int((20 * mean).rounded()))", replications: 40,
      Blueprint(
        rate: 20, warmUp: 1000, window: 1250,
        strategy: shipment(transit: law)),
      [
        .open(InfiniteServers.numberMean(arrivalRate: 20, serviceMean: mean)), .sojourn(mean),
        .percentile(95, p95),
      ])
  }

  /// A seller who takes no time, and a carrier.
  private static func shipment(transit: String) -> String {
    """
        facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
    \(Blueprint.door(from: "desk", transit: transit))
    """
  }

  /// λ = 20 and μ = 0.4 per hour, from empty: the minute around two hours.
  private static let fromEmpty = OracleCase(
    "mminf-empty", "M/M/inf from empty, at 2 h", replications: 4000,
    Blueprint(
      rate: 20 / 60.0, warmUp: 119.5, window: 1,
      strategy: shipment(transit: "exponential(mean: 150 min)"),
      isTerminating: true),
    [
      .open(
        InfiniteServers.numberMean(
          from: 119.5 / 60, to: 120.5 / 60, arrivalRate: 20, serviceRate: 0.4))
    ])

  /// The rate swings by half around 20 per hour in the course of the day; noon to 18:00 of the sixth day.
  private static let hourly: OracleCase = {
    let factors = (0..<24).map { 1 + 0.5 * sin(2 * Double.pi * Double($0) / 24) }
    let expected = InfiniteServers.numberMean(
      rates: factors.map { 20 * $0 }, step: 1, from: 12, to: 18, serviceRate: 0.4)
    let list = factors.map { "\($0)" }.joined(separator: ", ")
    return OracleCase(
      "mtminf-hourly", "M_t/M/inf, hourly rates, 12:00-18:00", replications: 1000,
      Blueprint(
        rate: 20 / 60.0, warmUp: 5.5 * 1440, window: 360,
        demand: "profile: daily, weekend: 1, hours: [\(list)]",
        strategy: shipment(transit: "exponential(mean: 150 min)"), isTerminating: true),
      [.open(expected)])
  }()

  private static func departures(_ text: String) -> String {
    """
        facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
        last_mile: {door: {kind: parcel_carrier, transit: 0 min, pickup: {\(text)}}}
        paths: [{from: desk, last_mile: door}]
        sourcing: [{from: desk}]
    """
  }

  private static let timetable: OracleCase = {
    let model = PeriodicDepartures(arrivalRate: 2, interval: 30)
    return OracleCase(
      "departures", "Departures every 30 min", replications: 100,
      Blueprint(
        rate: 2, warmUp: 60, window: 3000, strategy: departures("every: 30 min"),
        isTerminating: true),
      [.sojourn(model.waitMean), .open(model.waitMean * 2), .percentile(95, 28.5)])
  }()

  private static let capacity: OracleCase = {
    let model = PeriodicDepartures(arrivalRate: 0.9, interval: 10, capacity: 10)
    return OracleCase(
      "departures-full", "Departures every 10 min, at most 10",
      Blueprint(
        rate: 0.9, warmUp: 3000, window: 2e6 / 40 / 0.9,
        strategy: departures("every: 10 min, capacity: 10")),
      [.sojourn(model.waitMean), .open(model.waitMean * 0.9)])
  }()

  /// Orders released to the floor every 20 minutes, at most 18 at a time.
  private static let waves: OracleCase = {
    let model = PeriodicDepartures(arrivalRate: 0.8, interval: 20, capacity: 18)
    let strategy = """
          facilities:
            desk:
              kind: fulfillment_center
              sites: [{name: desk, x: 0 km, y: 0 km}]
              stock: null
              release: {every: 20 min, capacity: 18}
              pick: {time: 0 min}
              pack: {time: 0 min}
      \(Blueprint.door(from: "desk"))
      """
    return OracleCase(
      "waves", "Waves of release every 20 min, at most 18",
      Blueprint(rate: 0.8, warmUp: 3000, window: 2e6 / 40 / 0.8, strategy: strategy),
      [
        .sojourn(model.waitMean), .open(model.waitMean * 0.8),
        Check("wait for release [min]", "hours.queue", factor: 60, model.waitMean),
      ])
  }()

  /// One broker, a tenth of the shipments held for a day on average.
  private static let customs: OracleCase = {
    let queue = QueueMMc(arrivalRate: 0.7, serviceRate: 1)
    let strategy = """
          facilities:
            desk: {kind: seller_site, handling: {time: 0 min}}
            border:
              kind: customs
              sites: [{name: border, x: 0 km, y: 0 km}]
              clearing: \(Blueprint.process("exponential(mean: 1 min)"))
              processing: "uniform(from: 10 min, to: 20 min)"
              hold_probability: 10 %
              hold: "exponential(mean: 60 min)"
          lanes: [{from: desk, to: border}]
      \(Blueprint.door(from: "desk", via: "[border]"))
      """
    return OracleCase(
      "customs", "M/M/1, then 10 % held for 1 h", replications: 40,
      Blueprint(rate: 0.7, warmUp: 1000, window: 1e6 / 40 / 0.7, strategy: strategy),
      [
        Check("wait [min]", "wait_hours.border.clearing", factor: 60, queue.waitMean),
        .sojourn(queue.sojournMean + 15 + 6), .open(0.7 * (queue.sojournMean + 15 + 6)),
      ])
  }()

  /// Four couriers, one order each, with all time at the door: M/M/4.
  private static let couriers: OracleCase = {
    let queue = QueueMMc(servers: 4, arrivalRate: 0.032, serviceRate: 0.01)
    let strategy = """
          facilities:
            store: {kind: seller_site, handling: {time: 0 min}}
          last_mile:
            bikes:
              kind: courier_rounds
              couriers: 4
              batch: 1
              loading: 0 min
              speed: 200 km/h
              service: "exponential(mean: 100 min)"
          paths: [{from: store, last_mile: bikes}]
          sourcing: [{from: store}]
      """
    return OracleCase(
      "couriers", "M/M/4: couriers with one order each",
      Blueprint(rate: 0.032, warmUp: 10_000, window: 2e6 / 40 / 0.032, strategy: strategy),
      [
        Check("wait [min]", "hours.queue", factor: 60, queue.waitMean),
        .utilization("store-seller1.bikes", queue.utilization), .sojourn(queue.sojournMean),
      ])
  }()
}
