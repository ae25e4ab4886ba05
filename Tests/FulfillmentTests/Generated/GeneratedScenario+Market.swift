extension GeneratedScenario {
  /// The scenario of a seed.
  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    // Sundays on which clocks change are among the days.
    start = dice.pick(["2026-11-02", "2026-10-30", "2026-03-07", "2026-07-04", "2027-01-01T13:30"])
    timeZone = dice.pick(["UTC", "America/New_York", "Asia/Tokyo"])
    experiment =
      "warm_up: \(dice.pick([0, 0, 6, 24])) h, window: \(dice.count(6...60)) h,"
      + " drain: \(dice.pick([0, 2, 20])) d"
    promise =
      dice.chance(0.5)
      ? "{within: \(dice.count(2...72)) h}"
      : "{days: \(dice.count(0...3)), business_days: \(dice.pick(["true", "false"]))}"
    if dice.chance(0.3) {
      marketKeys.append(
        "response: {per_day: \(dice.count(1...30)) %, reference: \(dice.pick([0, 24])) h}")
    }
    if dice.chance(0.3) {
      let factor = dice.number(0.2...4)
      marketKeys.append("promotions: {peak: {kind: sale, from: 2026-11-03, factor: \(factor)}}")
    }
    for index in 0..<dice.count(1...6) {
      var zone =
        "{name: Z\(index), x: \(dice.number(0...300)) km, y: \(dice.number(0...300)) km,"
        + " weight: \(dice.count(1...9)), area: \(dice.count(1...400)) km2"
      if dice.chance(0.3) {
        zone += ", time_zone: \(dice.pick(["America/Chicago", "Asia/Kolkata"]))"
      }
      if dice.chance(0.2) { zone += ", group: \(dice.pick(["east", "west"]))" }
      zones.append(zone + "}")
    }
    for index in 0..<dice.count(1...3) {
      sellers.append(
        Part(
          name: "cohort\(index)",
          text:
            "{count: \(dice.count(1...3)), skus: \(dice.count(1...6)), category: things,"
            + " popularity: \(dice.number(0...1.5)),"
            + " places: [{name: P\(index), x: \(dice.number(0...300)) km, y: \(dice.number(0...300)) km}]}"
        ))
    }
    for index in 0..<dice.count(1...3) {
      let seller = dice.pick(sellers)
      demand.append(Part(name: "demand\(index)", text: demand(from: seller, &dice)))
    }
    for index in 0..<dice.count(1...3) {
      strategies.append(StrategyParts(named: "S\(index)", &dice))
    }
    addCustomers(seed: seed)
    addTraffic(seed: seed)
  }

  private func demand(from cohort: Part, _ dice: inout Dice) -> String {
    let seller = cohort.name
    if dice.chance(0.1) {
      let rows = (0..<dice.count(1...20)).map { _ in
        let hour = (start.contains("T") ? 14 : 1) + dice.count(0...3)
        return "{time: \(start.prefix(10))T\(hour < 10 ? "0" : "")\(hour):\(dice.count(10...59)),"
          + " zone: Z0, sku: SKU1, quantity: \(dice.count(1...3)),"
          + " seller: \(seller)\(cohort.text.hasPrefix("{count: 1,") ? "" : "-1")}"
      }
      return "{kind: trace, seller: \(seller), orders: [\(rows.joined(separator: ", "))]}"
    }
    let lines = dice.pick([
      "1", "geometric(mean: 1.6)", "discrete(values: [1, 2, 5], weights: [5, 3, 1])",
    ])
    let units = dice.pick(["1", "2", "geometric(mean: 1.4)", "poisson(mean: 2)"])
    let basket = "lines: \"\(lines)\", units: \"\(units)\""
    if dice.chance(0.15) {
      return "{kind: video, seller: \(seller), posts: \(dice.count(1...6)) posts/day,"
        + " direct: \(dice.count(1...9)), viral_branching_ratio: \(dice.number(0...0.9)),"
        + " kernel: \(dice.pick(["power_law", "exponential"])), \(basket)}"
    }
    if dice.chance(0.4) {
      let kind = dice.pick(["livestream", "intent-live", "broadcast"])
      let ratio = kind == "broadcast" ? "" : "branching_ratio: \(dice.number(0...0.8)), "
      return
        "{kind: \(kind), seller: \(seller), viewers: \"lognormal(mean: 900, cv: 0.6)\","
        + " duration: \(dice.count(20...180)) min, start: \"\(dice.count(10...22)):15\","
        + " \(ratio)\(basket)}"
    }
    return "{kind: shelf, seller: \(seller), rate: \(dice.count(20...300)) orders/day,"
      + " profile: \(dice.pick(["flat", "daily"])), \(basket)}"
  }
}
