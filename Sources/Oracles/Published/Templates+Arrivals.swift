internal import Foundation

extension OracleTemplate {
  /// How orders come. One unit of time is a minute, but for rates by the hour of the day.
  static let arrivals: [OracleTemplate] = [
    OracleTemplate("Hawkes exp kernel", hawkes),
    OracleTemplate("NHPP piecewise-linear rate", varying),
    OracleTemplate("MMPP(2)", modulated),
    OracleTemplate("Orders Poisson(", compound),
    OracleTemplate("Zipf(N,s)", popularity),
  ]

  private static let door = """
        facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
    \(Blueprint.door(from: "desk"))
    """

  private static func counted(rate: Double, from start: Double, for window: Double) -> Blueprint {
    Blueprint(
      rate: rate, warmUp: start, window: window, strategy: door, isTerminating: true)
  }

  /// A live session without ramp and decay: its immigrants are Poisson. What the rate is above mu at the start
  /// is a second session, whose immigrants fade.
  private static func hawkes(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (base, jump) = (try oracle.positive("mu"), try oracle.positive("a"))
    let (decay, start) = (try oracle.positive("b"), try oracle.positive("l0"))
    let span = try oracle.positive("T")
    let branching = jump / decay
    guard branching <= 0.95, start >= base, span <= 200, decay * span >= 1.7 else {
      throw PublishedOracle.Gap("a/b is at most 0.95, l0 at least mu, T from 1.7/b to 200")
    }
    func session(_ immigrants: Double, early: Double) -> String {
      "{kind: livestream, seller: seller1, start: 20:00, start_spread: 0 min, duration: \(span) min,"
        + " slot: \(span * 60) s, early: \(early), ramp: 0 min, conversion: 100 %,"
        + " viewers: \(immigrants / (1 - branching)), branching_ratio: \(branching),"
        + " reaction: \(60 / decay) s}"
    }
    var streams = "    steady: " + session(base * span, early: 0.2)
    if start > base {
      let early = -expm1(-decay * span / 5) / -expm1(-decay * span)
      let faded = (start - base) / decay * -expm1(-decay * span)
      streams += "\n    fading: " + session(faded, early: early)
    }
    var blueprint = counted(rate: base, from: 1200, for: span)
    blueprint.streams = streams
    return [
      oracle.makeCase(
        "Hawkes, a/b \(short(branching)), T \(short(span))", replications: 2000, blueprint,
        ["E_N": .init("orders_placed")])
    ]
  }

  /// "knots t=(0,4,…), lam=(20,5,…)", in hours of one day.
  private static func varying(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    func list(_ word: String) -> [Double] {
      let text = oracle.model.components(separatedBy: "\(word)=(").dropFirst().first ?? ""
      return text.prefix { $0 != ")" }.split(separator: ",").compactMap { Double($0) }
    }
    let times = oracle.params["t"]?.numbers ?? list("t")
    let rates = oracle.params["lam"]?.numbers ?? list("lam")
    guard times.count == rates.count, times.count >= 2, times.first == 0, times.last == 24,
      rates.first == rates.last, times == times.sorted(), times.allSatisfy({ $0 == $0.rounded() })
    else {
      throw PublishedOracle.Gap("knots are whole hours from 0 to 24, with one rate at both ends")
    }
    let hours = (0..<24).map { hour -> Double in
      let i = times.lastIndex { $0 <= Double(hour) }!
      let share = (Double(hour) - times[i]) / (times[i + 1] - times[i])
      return rates[i] + share * (rates[i + 1] - rates[i])
    }
    let mean = hours.reduce(0, +) / 24
    func count(_ figure: String, from start: Double, to end: Double) -> OracleCase {
      var blueprint = counted(
        rate: mean / 60, from: (24 + start) * 60, for: (end - start) * 60)
      blueprint.demand =
        "profile: daily, weekend: 1, hours: [\(hours.map { "\($0)" }.joined(separator: ", "))]"
      return oracle.makeCase(
        "Poisson, piecewise linear rate", replications: 400, blueprint,
        [figure: .init("orders_placed")])
    }
    return oracle.values.figures().compactMap { name, _ in
      if name == "Lambda_24" { return count(name, from: 0, to: 24) }
      let parts = name.hasPrefix("mean_") ? name.dropFirst(5).split(separator: "_") : []
      let ends = parts.compactMap { Double($0) }
      guard parts.count == 2, ends.count == 2, 0 <= ends[0], ends[0] < ends[1], ends[1] <= 24
      else { return nil }
      return count(name, from: ends[0], to: ends[1])
    }
  }

  /// "MMPP(2) l=(10,50), q12=.1,q21=.3": a surge of demand that comes and goes at random. A unit of time is
  /// ten minutes.
  private static func modulated(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let text = oracle.model.components(separatedBy: "l=(").dropFirst().first ?? ""
    let rates = text.prefix { $0 != ")" }.split(separator: ",").compactMap { Double($0) }
    let (up, down) = (try oracle.said("q12"), try oracle.said("q21"))
    guard rates.count == 2, rates[0] > 0, rates[1] > rates[0], up > 0, down > 0, up < 0.69 else {
      throw PublishedOracle.Gap("two rates, the second higher, q12 below 0.69")
    }
    let window = 10_000.0
    var blueprint = counted(rate: rates[0] / 10, from: 1000, for: window)
    blueprint.disruptions =
      "{rush: {kind: demand_surge, every: \(10 / up) min,"
      + " duration: \"exponential(mean: \(10 / down) min)\", factor: \(rates[1] / rates[0])}}"
    return [
      oracle.makeCase(
        "MMPP(2), rates \(short(rates[0])), \(short(rates[1]))", replications: 80, blueprint,
        ["rate": .init("orders_placed", 10 / window)])
    ]
  }

  /// "Orders Poisson(100), lines/order Geometric(.5)": the work of one minute per unit that they bring.
  private static func compound(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let orders = try oracle.said("Poisson")
    let probability = try oracle.said("Geometric")
    guard orders > 0, 0.01...1 ~= probability else {
      throw PublishedOracle.Gap("orders above 0, probability from 0.01 to 1")
    }
    let rate = 1.0
    let servers = Int((4 * rate / probability).rounded(.up)) + 10
    var blueprint = Blueprint.station(
      "1 min", servers: servers, rate: rate, warmUp: 100, window: window(4e5, rate))
    blueprint.demand = "profile: flat, units: \"geometric(probability: \(probability))\""
    blueprint.strategy = blueprint.strategy.replacingOccurrences(
      of: "pack: {servers:", with: "pack: {per: unit, servers:")
    return [
      oracle.makeCase(
        "Compound Poisson, geometric", blueprint,
        ["mean": .init("utilization.desk.pack", orders * Double(servers))])
    ]
  }

  /// Two buildings: the first keeps the most popular goods only, and ships whatever it has.
  private static func popularity(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let count = try oracle.count("N", from: 10, to: 200_000)
    let exponent = try oracle.positive("s")
    func share(_ figure: String, of kept: Double) -> OracleCase {
      var blueprint = Blueprint(
        rate: 10, warmUp: 0, window: 1000,
        strategy: """
              facilities:
                few:
                  kind: fulfillment_center
                  sites: [{name: few, x: 0 km, y: 0 km}]
                  stock: {assortment: \(kept * 100) %, choice: popular, replenishment: {kind: base_stock, level: 100000}, lead_time: 0 min}
                  pick: {time: 0 min}
                  pack: {time: 0 min}
                rest: {kind: seller_site, handling: {time: 0 min}}
              last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
              paths: [{from: [few, rest], last_mile: door}]
              sourcing: [{from: few}, {from: rest}]
          """)
      blueprint.skus = "skus: \(count), popularity: \(exponent)"
      return oracle.makeCase(
        "Zipf, \(count) goods, exponent \(short(exponent))", replications: 20, blueprint,
        [figure: .init("sourced_share.few")])
    }
    return oracle.values.figures().compactMap { name, _ in
      switch name {
      case "p1": share(name, of: 1 / Double(count))
      case "top20pct_share": share(name, of: 0.2)
      default: nil
      }
    }
  }
}
