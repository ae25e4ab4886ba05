extension OracleCase {
  /// Stations in a row, and orders that split.
  static let networkCases: [OracleCase] = [jackson, tandemQuantiles, split]

  private static let jackson: OracleCase = {
    let tandem = TandemOfQueues(arrivalRate: 0.9, stations: [(1, 1.2), (2, 0.6), (1, 1.5)])
    let processes = [
      ("1st", "first-seller1.handling"), ("2nd", "second.sort"), ("3rd", "third.sort"),
    ]
    return OracleCase(
      "jackson", "Jackson: M/M/1, M/M/2, M/M/1",
      .tandem(
        tandem.stations.map {
          Blueprint.process(Blueprint.exponential(rate: $0.serviceRate), servers: $0.servers)
        }, rate: 0.9, warmUp: 1000, window: 2e6 / 40 / 0.9),
      zip(processes, tandem.stations).map { process, station in
        Check(
          "\(process.0) wait [min]", "wait_hours.\(process.1)", factor: 60, station.waitMean)
      } + [.sojourn(tandem.sojournMean), .open(tandem.numberMean)])
  }()

  private static let tandemQuantiles: OracleCase = {
    let tandem = TandemOfQueues(arrivalRate: 0.9, stations: [(1, 1.2), (1, 1.1), (1, 1.5)])
    return OracleCase(
      "tandem", "Tandem of three M/M/1",
      .tandem(
        tandem.stations.map { Blueprint.process(Blueprint.exponential(rate: $0.serviceRate)) },
        rate: 0.9, warmUp: 3000, window: 4e6 / 40 / 0.9),
      [.sojourn(tandem.sojournMean)]
        + [50, 90, 95, 99].map { .percentile($0, tandem.sojournQuantile(Double($0) / 100)) })
  }()

  /// Orders of two lines split over three sellers' goods in three buildings; their parcels meet at one sort
  /// center: batches of one or two.
  private static let split: OracleCase = {
    // Two lines drawn alike from three SKUs, each kept in one building: one parcel with probability 1/3.
    let queue = QueueMXM1(batchRate: 0.45, batches: [1 / 3.0, 2 / 3.0], serviceRate: 1)
    let names = ["A", "B", "C"]
    let buildings = names.map { name in
      let levels = names.map {
        "{site: \(name), sku: \($0), reorder_point: -1, order_up_to: \($0 == name ? 200_000 : 0)}"
      }
      return """
              \(name):
                kind: fulfillment_center
                sites: [{name: \(name), x: 0 km, y: 0 km}]
                pick: {time: 0 min}
                pack: {time: 0 min}
                stock: {levels: [\(levels.joined(separator: ", "))]}
        """
    }.joined(separator: "\n")
    return OracleCase(
      "split", "M^X/M/1: split orders",
      Blueprint(
        rate: 0.45, warmUp: 1000, window: 1.5e6 / 40 / 0.45,
        demand: "profile: flat, lines: \"constant(value: 2)\"",
        products: "[{name: A}, {name: B}, {name: C}]",
        strategy: """
              shortage: split
              facilities:
          \(buildings)
                sort:
                  kind: sort_center
                  sites: [{name: sort, x: 0 km, y: 0 km}]
                  sort: \(Blueprint.process("exponential(mean: 1 min)"))
              lanes: [{from: A, to: sort}, {from: B, to: sort}, {from: C, to: sort}]
              last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
              paths: [{from: [A, B, C], via: [sort], last_mile: door}]
              sourcing: [{from: [A, B, C]}]
          """),
      Check.queue("sort.sort", wait: queue.waitMean, rate: 0.75) + [
        Check("shipments per order", "shipments_per_order", queue.batchMean),
        Check("split orders", "split_rate", 2 / 3.0), .utilization("sort.sort", queue.utilization),
      ])
  }()
}
