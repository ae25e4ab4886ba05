/// How models of one name become scenarios.
struct OracleTemplate: Sendable {
  /// Whether it is the model's; names are those of the field, such as "M/M/c FCFS".
  let fits: @Sendable (String) -> Bool
  let build: @Sendable (PublishedOracle) throws(PublishedOracle.Gap) -> [OracleCase]

  init(
    _ prefix: String,
    _ build: @escaping @Sendable (PublishedOracle) throws(PublishedOracle.Gap) -> [OracleCase]
  ) {
    fits = { $0.hasPrefix(prefix) }
    self.build = build
  }

  /// Model names that cannot be run, and why.
  init(none prefix: String, _ why: String) {
    fits = { $0.hasPrefix(prefix) }
    build = { _ throws(PublishedOracle.Gap) in throw PublishedOracle.Gap(why) }
  }

  /// The first that fits counts.
  static let all: [OracleTemplate] = queues + closedQueues + delays + stocks + arrivals + none

  private static let none: [OracleTemplate] = [
    OracleTemplate(
      none: "G/G/c Allen-Cunneen", "an approximation is never held against a simulation"),
    OracleTemplate(none: "M/M/1-PS", "a server works on one shipment at a time"),
    OracleTemplate(
      none: "M/M/1 preemptive", "shipments have no classes, and work is not interrupted"),
    OracleTemplate(none: "M/G/1 non-preemptive", "shipments have no classes"),
    OracleTemplate(
      none: "Jackson 2 nodes", "goods do not come back to a facility that they have left"),
    OracleTemplate(
      none: "Newsvendor Normal", "demand comes as orders that are counted, not as a normal total"),
    OracleTemplate(
      none: "5 (s,S) inventory policies",
      "costs fall due on what is there at the end of a month; KPIs average over time"),
    OracleTemplate(
      none: "Ishigami", "a function, not a system; the tests of sensitivities use it"),
  ]

  static func cases(of oracle: PublishedOracle) throws(PublishedOracle.Gap) -> [OracleCase] {
    if let scenario = oracle.scenario { return [try own(oracle, scenario)] }
    guard let template = all.first(where: { $0.fits(oracle.model) }) else {
      throw PublishedOracle.Gap("ploy has no template for this model, and it brings no scenario")
    }
    return try template.build(oracle)
  }

  /// An oracle that brings its scenario.
  private static func own(_ oracle: PublishedOracle, _ scenario: String)
    throws(PublishedOracle.Gap) -> OracleCase
  {
    var measures: [String: PublishedOracle.Measure] = [:]
    for (figure, value) in oracle.kpis {
      guard let members = value.object else {
        throw PublishedOracle.Gap("the KPIs of '\(figure)' are an object of names and factors")
      }
      var measure = PublishedOracle.Measure([])
      for (kpi, factor) in members.sorted(by: { $0.key < $1.key }) {
        guard let factor = factor.number else {
          throw PublishedOracle.Gap("the factor of '\(kpi)' in '\(figure)' is no number")
        }
        if kpi == "offset" {
          measure.offset = factor
        } else {
          measure.terms.append(.init(kpi: kpi, factor: factor))
        }
        if kpi.contains(".p") { measure.bias = 0.005 }
      }
      measures[figure] = measure
    }
    var replications = 40
    if let given = oracle.params["replications"] {
      guard let number = given.number, number == number.rounded(), 2...100_000 ~= number else {
        throw PublishedOracle.Gap("'replications' is no whole number from 2 to 100000")
      }
      replications = Int(number)
    }
    return OracleCase(
      oracle.id, oracle.model, replications: replications, text: scenario,
      oracle.checks(measures))
  }
}

extension PublishedOracle {
  func makeCase(
    _ model: String, replications: Int = 40, _ blueprint: Blueprint, _ measures: [String: Measure]
  ) -> OracleCase {
    OracleCase(id, model, replications: replications, blueprint, checks(measures))
  }
}
