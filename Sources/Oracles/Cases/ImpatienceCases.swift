extension OracleCase {
  /// Customers who cancel: Erlang's A.
  ///
  /// An order leaves when its work is done, so that customers may cancel while it is worked on: the work goes
  /// on for naught, as in a queue that is left only before service.
  static let impatienceCases: [OracleCase] = [
    erlangA("erlang-a-1", servers: 1, rate: 0.9, abandonmentRate: 0.1),
    erlangA("erlang-a-overload", servers: 1, rate: 1.5, abandonmentRate: 0.2),
    erlangA("erlang-a-10", servers: 10, rate: 10, abandonmentRate: 0.5),
  ]

  private static func erlangA(
    _ id: String, servers: Int, rate: Double, abandonmentRate: Double
  ) -> OracleCase {
    let queue = QueueMMcM(
      servers: servers, arrivalRate: rate, serviceRate: 1, abandonmentRate: abandonmentRate)
    var blueprint = Blueprint.station(
      Blueprint.exponential(rate: 1), servers: servers, rate: rate, warmUp: 20 / abandonmentRate,
      window: 2e6 / 40 / rate)
    blueprint.customers = "{patience: \"\(Blueprint.exponential(rate: abandonmentRate))\"}"
    return OracleCase(
      id, "M/M/\(servers)+M, patience \(1 / abandonmentRate)", blueprint,
      [
        Check("queue", "queue_length.desk.pack", queue.queueMean),
        .utilization("desk.pack", queue.utilization),
        Check("canceled", "cancel_rate", queue.impatience),
      ])
  }
}

extension OracleCase {
  /// Compartments of lockers are servers without a queue: Erlang's B, whatever the law of collection.
  static let lockerCases: [OracleCase] = [
    lockers("lockers-20", compartments: 20, load: 18, collection: "exponential(mean: 60 min)"),
    lockers(
      "lockers-50", compartments: 50, load: 50, collection: "lognormal(mean: 60 min, cv: 1.5)"),
  ]

  private static func lockers(
    _ id: String, compartments: Int, load: Double, collection: String
  ) -> OracleCase {
    let lost = erlangB(servers: compartments, offeredLoad: load)
    return OracleCase(
      id, "M/G/\(compartments)/\(compartments), load \(load)",
      Blueprint(
        rate: load / 60, warmUp: 1200, window: 1e6 / 40 / load * 60,
        strategy: """
              facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
              last_mile:
                lockers:
                  kind: parcel_locker
                  transit: 0 min
                  compartments: \(compartments)
                  collection: "\(collection)"
                  hold: 8760 h
                  overflow: door
              paths: [{from: desk, last_mile: lockers}]
              sourcing: [{from: desk}]
          """),
      [
        Check("overflow", "locker_overflow_rate", lost),
        Check(
          "utilization", "utilization.lockers-zone", load * (1 - lost) / Double(compartments)),
      ])
  }
}
