internal import Foundation

extension OracleTemplate {
  /// Time that passes without contention, at given moments, and laws of time.
  static let delays: [OracleTemplate] = [
    OracleTemplate("M/M/inf from empty", growing),
    OracleTemplate("M_t/M/inf periodic", swinging),
    OracleTemplate("Lognormal mean 1") { oracle throws(PublishedOracle.Gap) in
      let median = exp(try oracle.number("mu"))
      return [
        transit(
          oracle, "Lognormal, sigma \(short(try oracle.positive("sigma")))",
          "lognormal(median: \(median) min, sigma: \(try oracle.positive("sigma")))",
          hasVariance: true)
      ]
    },
    OracleTemplate("Pareto(alpha, xm=1)") { oracle throws(PublishedOracle.Gap) in
      let shape = try oracle.positive("alpha")
      return [
        transit(
          oracle, "Pareto \(short(shape))", "pareto(from: 1 min, shape: \(shape))",
          hasVariance: shape > 2)
      ]
    },
  ]

  /// One minute around a moment; rates are per hour.
  private static func moment(
    _ oracle: PublishedOracle, _ name: String, hours: Double, rate: Double, service: Double,
    demand: String, replications: Int, figure: String
  ) -> OracleCase {
    oracle.makeCase(
      name, replications: replications,
      Blueprint(
        rate: rate / 60, warmUp: hours * 60 - 0.5, window: 1, demand: demand,
        strategy: """
              facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
          \(Blueprint.door(from: "desk", transit: Blueprint.exponential(rate: service / 60)))
          """, isTerminating: true),
      // The mean over a minute is not quite the figure in its middle.
      [figure: .init("open_orders.mean", bias: 1e-5)])
  }

  private static func growing(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, service) = (try oracle.positive("lam"), try oracle.positive("mu"))
    return oracle.values.figures().compactMap { name, _ in
      guard name.hasPrefix("EN_"), let hours = Double(name.dropFirst(3)), 0.1...1000 ~= hours else {
        return nil
      }
      return moment(
        oracle, "M/M/inf from empty, at \(short(hours)) h", hours: hours, rate: rate,
        service: service, demand: "profile: flat", replications: 1500, figure: name)
    }
  }

  /// The sine is drawn through the whole hours by straight lines, and made larger by what that takes off it.
  private static func swinging(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, swing) = (try oracle.positive("lam_bar"), try oracle.positive("amp"))
    let service = try oracle.positive("mu")
    guard try oracle.number("period") == 24, swing <= rate * 0.99 else {
      throw PublishedOracle.Gap("the period is 24 hours, and the rate stays above 0")
    }
    let half = Double.pi / 24
    let straight = pow(sin(half) / half, 2)
    let factors = (0..<24).map { 1 + swing / straight / rate * sin(2 * half * Double($0)) }
    let list = factors.map { "\($0)" }.joined(separator: ", ")
    let settled = 24 * (1 + (10 / service / 24).rounded(.up))
    return oracle.values.figures().compactMap { name, _ in
      guard name.hasPrefix("EN_"), let hour = Double(name.dropFirst(3)), 0..<24 ~= hour else {
        return nil
      }
      var found = moment(
        oracle, "M_t/M/inf, a sine, at \(short(hour)) h", hours: settled + hour, rate: rate,
        service: service, demand: "profile: daily, weekend: 1, hours: [\(list)]",
        replications: 800, figure: name)
      // Of the curve's overtones at most 1/500 is left, and the delay takes most of that.
      found.checks = found.checks.map { $0.with(bias: 5e-4) }
      return found
    }
  }

  /// A carrier whose transit has the law.
  private static func transit(
    _ oracle: PublishedOracle, _ name: String, _ law: String, hasVariance: Bool
  ) -> OracleCase {
    var measures: [String: PublishedOracle.Measure] = [
      "median": .init("click_to_door_hours.p50", 60, bias: 0.005)
    ]
    for p in [50, 90, 95, 99] {
      measures["p\(p)"] = .init("click_to_door_hours.p\(p)", 60, bias: 0.005)
    }
    if hasVariance { measures["mean"] = .init("click_to_door_hours.mean", 60) }
    return oracle.makeCase(
      name,
      Blueprint(
        rate: 10, warmUp: 0, window: 1000,
        strategy: """
              facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
          \(Blueprint.door(from: "desk", transit: law))
          """), measures)
  }
}
