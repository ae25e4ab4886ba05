internal import Diagnostics
internal import ScenarioFile

/// What can be wrong with a strategy although every name in it is known.
extension StrategyCompiler {
  /// Lanes given twice, groups passed twice, policies that need regions.
  func checkForm() {
    checkListing()
    var lanes: Set<[String]> = []
    for lane in strategy.lanes where !lanes.insert([lane.from.value, lane.to.value]).inserted {
      sink.error(
        "duplicate-lane", "a lane from '\(lane.from.value)' to '\(lane.to.value)' is given already",
        at: lane.from.location)
    }
    for path in strategy.paths {
      for from in path.from {
        var passed: Set<String> = []
        for stop in [from] + path.via where !passed.insert(stop.value).inserted {
          sink.error(
            "cyclic-path", "the path passes '\(stop.value)' twice", at: stop.location,
            help: ["goods pass a group once; make a second group for a second visit"])
        }
      }
    }
    for tier in strategy.sourcing where tier.policy.needsRegions && strategy.regions == nil {
      sink.error(
        "no-regions", "this tier ranks facilities by region, but the strategy has no 'regions'",
        at: tier.from[0].location, help: ["give the strategy regions, such as regions: 4"])
    }
  }

  /// What is shown to customers is the stock of all facilities that orders ship from.
  func checkListing() {
    guard strategy.listing != nil else { return }
    for source in strategy.sourcing.flatMap(\.from) {
      guard let index = groupIndex[source.value], groups[index].kind.stock == nil else { continue }
      sink.error(
        "no-stock",
        "'listing' shows what is in stock, but '\(source.value)' keeps none and never runs out",
        at: source.location, help: ["give that group 'stock', or leave 'listing' out"])
    }
  }

  /// Says why a group's place is not clear.
  func reportSiting(_ named: Named<any FacilityKind>, _ given: [Bool]) {
    let names = zip(["sites", "clusters", "each"], given).filter(\.1).map(\.0)
    let standard = type(of: named.value).init().siting.each != nil
    var help = ["for example clusters: 8, or each: zone"]
    if names.count > 1 {
      help = ["to drop what a preset or the kind says, write for example \(names.last!): null"]
    }
    sink.error(
      "siting",
      "facility group '\(named.name)' needs exactly one of sites, clusters and each, found "
        + (names.isEmpty ? "none" : names.joined(separator: " and "))
        + (standard && names.contains("each") ? " ('each' is standard for this kind)" : ""),
      at: named.location, help: help)
  }

  /// Keys of a group's place that only go with another key.
  func checkSiting(_ named: Named<any FacilityKind>) {
    let siting = named.value.siting
    var wrong: [(key: String, needs: String)] = []
    if siting.largest != nil, siting.each != .zone { wrong.append(("largest", "each: zone")) }
    if siting.cohort != nil, siting.each != .seller { wrong.append(("cohort", "each: seller")) }
    if siting.base != .home, siting.each != .seller { wrong.append(("base", "each: seller")) }
    for (key, needs) in wrong {
      sink.error(
        "siting", "in facility group '\(named.name)', '\(key)' goes with '\(needs)' only",
        at: named.location, help: ["leave it out, or write \(key): null to drop a preset's"])
    }
  }
}
