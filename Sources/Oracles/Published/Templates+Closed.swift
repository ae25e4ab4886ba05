extension OracleTemplate {
  /// Models in which a number of units goes round: stock with lost sales, whose replenishments queue.
  static let closedQueues: [OracleTemplate] = [
    OracleTemplate("M/M/c/K", limited),
    OracleTemplate("M/G/c/c (Erlang B)", loss),
    OracleTemplate("Closed network 3 single-server", closed),
    OracleTemplate("M/M/2//", finite),
    OracleTemplate("M/M/c//", finite),
  ]

  private static let shelf = "shelf-seller1"

  /// A shelf of some units; who finds none is lost; each unit sold is ordered again and queues for its return.
  private static func shelf(
    units: Int, demand: Double, leadTime: String = "0 min", receiving: String,
    putaway: String? = nil, warmUp: Double, window: Double
  ) -> Blueprint {
    let shelving = putaway.map { "putaway: \($0)" } ?? ""
    return Blueprint(
      rate: demand, warmUp: warmUp, window: window,
      strategy: """
            shortage: lost
            facilities:
              shelf:
                kind: seller_site
                handling: {time: 0 min}
                stock:
                  replenishment: {kind: base_stock, level: \(units)}
                  lead_time: "\(leadTime)"
                  receiving: \(receiving)
                  \(shelving)
        \(Blueprint.door(from: "shelf"))
        """)
  }

  /// At most K in the system: they are the units that are not on the shelf.
  private static func limited(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let servers = try oracle.count("c", to: 1000)
    let places = try oracle.count("K", to: 10_000)
    let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
    let process = "\(shelf).receiving"
    return [
      oracle.makeCase(
        "M/M/\(servers)/\(places), load \(short(rate / service))",
        Self.shelf(
          units: places, demand: rate,
          receiving: Blueprint.process(Blueprint.exponential(rate: service), servers: servers),
          warmUp: (50 * Double(places) / service).rounded(.up), window: window(8e5, rate)),
        [
          "PK": .init("fill_rate", -1, offset: 1),
          "lam_eff": .init("replenishments_per_day.\(shelf)", 1 / 1440.0),
          "L": .init("on_hand.\(shelf)", -1, offset: Double(places)),
          "Lq": .init("queue_length.\(process)"), "Wq": .init("wait_hours.\(process)", 60),
          "W": .init("wait_hours.\(process)", 60, offset: 1 / service),
          "util": .init("utilization.\(process)"), "rho": .init("utilization.\(process)"),
        ])
    ]
  }

  /// Servers are units on a shelf that are away for the service time, whatever its law.
  private static func loss(_ oracle: PublishedOracle) throws(PublishedOracle.Gap) -> [OracleCase] {
    let servers = try oracle.count("c", to: 100_000)
    let load = try oracle.positive("a")
    return [
      oracle.makeCase(
        "Erlang B, c \(servers), load \(short(load))",
        .stock(
          "{kind: base_stock, level: \(servers)}", leadTime: "lognormal(mean: 1 min, cv: 1.5)",
          shortage: "lost", rate: load, warmUp: 50, window: window(5e5, load)),
        [
          "B": .init("fill_rate", -1, offset: 1),
          "carried": .init("on_hand.\(shelf)", -1, offset: Double(servers)),
        ])
    ]
  }

  /// Three stations in a ring: buyers who take units from the shelf, receiving, putaway.
  private static func closed(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let demands = try oracle.numbers("D")
    let jobs = try oracle.count("N", to: 10_000)
    guard demands.count == 3 else { throw PublishedOracle.Gap("three stations, in params.D") }
    let rate = 1 / demands[0]
    let (second, third) = ("\(shelf).receiving", "\(shelf).putaway")
    func station(_ demand: Double) -> String {
      Blueprint.process(Blueprint.exponential(rate: 1 / demand))
    }
    return [
      oracle.makeCase(
        "Closed network, \(jobs) jobs",
        Self.shelf(
          units: jobs, demand: rate, receiving: station(demands[1]), putaway: station(demands[2]),
          warmUp: (100 * Double(jobs) * demands.reduce(0, +)).rounded(.up),
          window: window(1e6, rate)),
        [
          "X": .init("replenishments_per_day.\(shelf)", 1 / 1440.0),
          "Q1": .init("on_hand.\(shelf)"),
          "Q2": .init([("queue_length.\(second)", 1), ("utilization.\(second)", 1)]),
          "Q3": .init([("queue_length.\(third)", 1), ("utilization.\(third)", 1)]),
        ])
    ]
  }

  /// Machines at work are replenishments on their way; when they arrive they wait for repair. What comes back
  /// to the shelf is taken at once, by demand that is fifty times as fast as everything else.
  private static func finite(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let machines = try oracle.count("N", to: 1000)
    let servers = try oracle.count("c", to: 1000)
    let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
    let demand = 50 * min(service * Double(servers), rate * Double(machines))
    let process = "\(shelf).receiving"
    // A unit rests on the shelf for 1/50 of the time between repairs.
    let bias = 0.005
    return [
      oracle.makeCase(
        "M/M/\(servers)//\(machines), finite source",
        Self.shelf(
          units: machines, demand: demand, leadTime: Blueprint.exponential(rate: rate),
          receiving: Blueprint.process(Blueprint.exponential(rate: service), servers: servers),
          warmUp: (20 / rate).rounded(.up), window: window(6e6, demand)),
        [
          "L": .init(
            [("queue_length.\(process)", 1), ("utilization.\(process)", Double(servers))],
            bias: bias),
          "Lq": .init("queue_length.\(process)", bias: bias),
          "lam_eff": .init("replenishments_per_day.\(shelf)", 1 / 1440.0, bias: bias),
          "W": .init("wait_hours.\(process)", 60, offset: 1 / service, bias: bias),
        ])
    ]
  }
}
