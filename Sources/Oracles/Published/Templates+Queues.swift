internal import Foundation

extension OracleTemplate {
  /// One station, or several in a row. One unit of time is a minute.
  static let queues: [OracleTemplate] = [
    OracleTemplate("M/M/1 FCFS") { oracle throws(PublishedOracle.Gap) in
      let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
      return [
        try station(
          oracle, "M/M/1, rho \(short(rate / service))", Blueprint.exponential(rate: service),
          rate: rate, load: rate / service, servers: 1)
      ]
    },
    OracleTemplate("M/M/1 started empty", fromEmpty),
    OracleTemplate("M/M/c FCFS") { oracle throws(PublishedOracle.Gap) in
      let servers = try oracle.count("c", to: 10_000)
      let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
      let load = rate / service / Double(servers)
      return [
        try station(
          oracle, "M/M/\(servers), rho \(short(load))", Blueprint.exponential(rate: service),
          rate: rate, load: load, servers: servers)
      ]
    },
    OracleTemplate("M/M/c+M") { oracle throws(PublishedOracle.Gap) in
      let servers = try oracle.count("c", to: 10_000)
      let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
      let impatience = try oracle.positive("theta")
      // Who is worked on may leave as well, so that more are canceled than have left the queue.
      var blueprint = Blueprint.station(
        Blueprint.exponential(rate: service), servers: servers, rate: rate,
        warmUp: (20 / impatience).rounded(.up), window: window(6e5, rate))
      blueprint.customers = "{patience: \"\(Blueprint.exponential(rate: impatience))\"}"
      return [
        oracle.makeCase(
          "M/M/\(servers)+M, patience \(short(1 / impatience))", blueprint,
          [
            "Lq": .init("queue_length.desk.pack"), "util": .init("utilization.desk.pack"),
          ])
      ]
    },
    OracleTemplate("M/G/1 FCFS") { oracle throws(PublishedOracle.Gap) in
      let rate = try oracle.positive("lam")
      let law = try law(of: oracle)
      let load = rate * (try oracle.number("ES"))
      return [
        try station(
          oracle, "M/G/1 (\(law.name)), rho \(short(load))", law.text, rate: rate, load: load,
          servers: 1, effort: law.effort)
      ]
    },
    OracleTemplate("M/D/1 FCFS") { oracle throws(PublishedOracle.Gap) in
      let rate = try oracle.positive("rho")
      return [
        try station(
          oracle, "M/D/1, rho \(short(rate))", "1 min", rate: rate, load: rate, servers: 1,
          constant: 1)
      ]
    },
    OracleTemplate("M/D/c FCFS") { oracle throws(PublishedOracle.Gap) in
      let servers = try oracle.count("c", to: 10_000)
      let rate = try oracle.positive("lam")
      let load = rate / Double(servers)
      return [
        try station(
          oracle, "M/D/\(servers), rho \(short(load))", "1 min", rate: rate, load: load,
          servers: servers)
      ]
    },
    OracleTemplate("D/M/1") { oracle throws(PublishedOracle.Gap) in
      try renewal(oracle, "D") { "\($0) min" }
    },
    OracleTemplate("E2/M/1") { oracle throws(PublishedOracle.Gap) in
      try renewal(oracle, "E2") { "erlang(mean: \($0) min, stages: 2)" }
    },
    OracleTemplate("H2scv4/M/1") { oracle throws(PublishedOracle.Gap) in
      try renewal(oracle, "H2", orders: 4e6) { "hyperexponential(mean: \($0) min, cv: 2)" }
    },
    OracleTemplate("M^X/M/1, X=", batches),
    OracleTemplate("Tandem ", tandem),
  ]

  static func window(_ orders: Double, _ rate: Double) -> Double {
    (orders / 40 / rate).rounded(.up)
  }

  static func short(_ x: Double) -> String { String(format: "%.4g", x) }

  /// Orders for a good interval at a load; more where it is heavy.
  private static func orders(at load: Double) -> Double {
    load < 0.7 ? 3e5 : load < 0.85 ? 6e5 : load < 0.92 ? 1.5e6 : 3e6
  }

  private static func station(
    _ oracle: PublishedOracle, _ name: String, _ law: String, rate: Double, load: Double,
    servers: Int, effort: Double = 1, constant: Double = 0
  ) throws(PublishedOracle.Gap) -> OracleCase {
    guard load < 0.99 else { throw PublishedOracle.Gap("the load is 0.99 or more") }
    // Ten relaxation times, whatever the servers.
    let relaxation = 10 / pow(1 - load.squareRoot(), 2) / rate * Double(servers)
    let process = "desk.pack"
    var measures: [String: PublishedOracle.Measure] = [
      "rho": .init("utilization.\(process)"), "util": .init("utilization.\(process)"),
      "Wq": .init("wait_hours.\(process)", 60), "Lq": .init("queue_length.\(process)"),
      "W": .init("click_to_door_hours.mean", 60), "L": .init("open_orders.mean"),
    ]
    for p in [50, 90, 95, 99] {
      measures["W_p\(p)"] = .init("click_to_door_hours.p\(p)", 60, bias: 0.005)
      if constant > 0 {
        measures["Wq_p\(p)"] = .init(
          "click_to_door_hours.p\(p)", 60, offset: -constant, bias: 0.005)
      }
    }
    return oracle.makeCase(
      name,
      .station(
        law, servers: servers, rate: rate, warmUp: min(relaxation, 20_000).rounded(.up),
        window: window(orders(at: load) * effort, rate)), measures)
  }

  /// The service law that the model's name tells.
  private static func law(of oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> (name: String, text: String, effort: Double)
  {
    if let text = oracle.params["service"]?.text { return (text, text, 2) }
    guard let range = oracle.model.range(of: "service ") else {
      throw PublishedOracle.Gap("give the law as params.service, as in scenarios")
    }
    let words = oracle.model[range.upperBound...]
    let mean = try oracle.number("ES")
    func scv() throws(PublishedOracle.Gap) -> Double { try oracle.said("scv").squareRoot() }
    switch words.prefix(while: { $0.isLetter }) {
    case "Deterministic": return ("D", "\(mean) min", 1)
    case "Exp": return ("M", "exponential(mean: \(mean) min)", 1)
    case "Erlang":
      let stages = Int(try oracle.said("Erlang-"))
      return ("E\(stages)", "erlang(mean: \(mean) min, stages: \(stages))", 1)
    case "Uniform": return ("U", "uniform(from: 0 min, to: \(2 * mean) min)", 1)
    case "Gamma":
      let shape = try oracle.said("shape")
      return ("Gamma", "gamma(shape: \(shape), scale: \(mean / shape) min)", 1)
    case "Weibull":
      return ("Weibull", "weibull(mean: \(mean) min, shape: \(try oracle.said("shape")))", 1)
    case "Lognormal":
      let cv = try scv()
      return ("LN, cv \(short(cv))", "lognormal(mean: \(mean) min, cv: \(cv))", cv > 1.5 ? 4 : 1.5)
    case "H":
      let cv = try scv()
      return ("H2, cv \(short(cv))", "hyperexponential(mean: \(mean) min, cv: \(cv))", 3)
    case "Pareto":
      let shape = try oracle.said("alpha")
      return ("Pareto \(short(shape))", "pareto(mean: \(mean) min, shape: \(shape))", 2)
    default: throw PublishedOracle.Gap("give the law as params.service, as in scenarios")
    }
  }

  /// Mean wait of the first n: a desk with n units and no more of them loses everybody else.
  private static func fromEmpty(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
    return oracle.values.figures().compactMap { name, _ in
      guard name.hasPrefix("d_"), let n = Int(name.dropFirst(2)), 1...10_000 ~= n else {
        return nil
      }
      let count = Double(n)
      let blueprint = Blueprint(
        rate: rate, warmUp: 0,
        window: ((count + 8 * count.squareRoot() + 10) / rate).rounded(.up),
        strategy: """
              shortage: lost
              facilities:
                desk:
                  kind: fulfillment_center
                  sites: [{name: desk, x: 0 km, y: 0 km}]
                  stock: {levels: [{site: desk, sku: item, reorder_point: -1, order_up_to: \(n)}]}
                  pick: {time: 0 min}
                  pack: \(Blueprint.process(Blueprint.exponential(rate: service)))
          \(Blueprint.door(from: "desk"))
          """,
        isTerminating: true)
      return oracle.makeCase(
        "M/M/1 from empty, rho \(short(rate / service))",
        replications: max(300, min(4000, 400_000 / n)), blueprint,
        [name: .init("hours.queue", 60)])
    }
  }

  /// A station that never runs out of work lets goods go in independent intervals.
  private static func renewal(
    _ oracle: PublishedOracle, _ notation: String, orders: Double = 1.5e6,
    _ law: (Double) -> String
  ) throws(PublishedOracle.Gap) -> [OracleCase] {
    let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
    guard rate < service else { throw PublishedOracle.Gap("the load is 1 or more") }
    var blueprint = Blueprint.tandem(
      [Blueprint.process(law(1 / rate)), Blueprint.process(Blueprint.exponential(rate: service))],
      rate: 1.2 * rate, warmUp: (6000 / service).rounded(.up), window: window(orders, rate))
    blueprint.isDrained = false
    return [
      oracle.makeCase(
        "\(notation)/M/1, rho \(short(rate / service))", blueprint,
        [
          "Wq": .init("wait_hours.second.sort", 60), "Lq": .init("queue_length.second.sort"),
          "W": .init("wait_hours.second.sort", 60, offset: 1 / service),
        ])
    ]
  }

  /// An order of X units, worked on one after the other: a unit waits for its batch and for those before it.
  private static func batches(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, service) = (try oracle.positive("lam_batch"), try oracle.positive("mu"))
    let size = try oracle.said("X=")
    let load = rate * size / service
    guard size == size.rounded(), size >= 1, load < 0.95 else {
      throw PublishedOracle.Gap("batches are of one whole size, and the load is below 0.95")
    }
    var blueprint = Blueprint.station(
      Blueprint.exponential(rate: service), rate: rate, warmUp: (2000 / service).rounded(.up),
      window: window(1e6, rate))
    blueprint.demand = "profile: flat, units: \"constant(value: \(Int(size)))\""
    blueprint.strategy = blueprint.strategy.replacingOccurrences(
      of: "pack: {servers: 1,", with: "pack: {per: unit, servers: 1,")
    let within = (size - 1) / 2 / service
    return [
      oracle.makeCase(
        "M^X/M/1, X = \(Int(size)), rho \(short(load))", blueprint,
        [
          "rho": .init("utilization.desk.pack"), "util": .init("utilization.desk.pack"),
          "Wq": .init("wait_hours.desk.pack", 60, offset: within),
          "W": .init("wait_hours.desk.pack", 60, offset: within + 1 / service),
        ])
    ]
  }

  /// "Tandem M/M/1 -> M/M/2 -> M/M/1, lam=0.9, mu=(1.2,0.6 each,1.5)".
  private static func tandem(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let rate = try oracle.positive("lam")
    let names = oracle.model.dropFirst("Tandem ".count).prefix { $0 != "," }
      .split(separator: "->").map { $0.trimmingCharacters(in: .whitespaces) }
    let servers = names.compactMap { $0.hasPrefix("M/M/") ? Int($0.dropFirst(4)) : nil }
    let list = oracle.model.components(separatedBy: "mu=(").dropFirst().first ?? ""
    let rates = list.prefix { $0 != ")" }.split(separator: ",").compactMap { part in
      Double(part.prefix { $0.isNumber || $0 == "." })
    }
    guard 2...3 ~= names.count, servers.count == names.count, rates.count == names.count else {
      throw PublishedOracle.Gap("a tandem has two or three stations M/M/c, with mu=(...)")
    }
    let places = ["first-seller1.handling", "second.sort", "third.sort"]
    var measures: [String: PublishedOracle.Measure] = [
      "Wtotal": .init("click_to_door_hours.mean", 60), "Ltotal": .init("open_orders.mean"),
    ]
    for (index, service) in rates.enumerated() {
      measures["W\(index + 1)"] = .init(
        "wait_hours.\(places[index])", 60, offset: 1 / service)
    }
    return [
      oracle.makeCase(
        "Tandem " + names.joined(separator: ", "),
        .tandem(
          zip(servers, rates).map {
            Blueprint.process(Blueprint.exponential(rate: $1), servers: $0)
          }, rate: rate, warmUp: 1000, window: window(1e6, rate)), measures)
    ]
  }
}
