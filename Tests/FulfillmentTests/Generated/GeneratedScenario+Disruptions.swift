extension GeneratedScenario {
  /// The scenario of a seed with one to four disruptions, dated and random.
  init(disruptedBy seed: UInt64) {
    self.init(seed: seed)
    var dice = Dice(seed: seed &+ 77_000)
    let groups = strategies.flatMap { $0.facilities.map(\.name) }
    let lastMiles = strategies.flatMap { $0.lastMile.map(\.name) }
    for index in 0..<dice.count(1...4) {
      let timing = dice.pick([
        "start: \(start.prefix(10))T\(dice.pick(["00:00", "09:30", "23:59"])),",
        "every: \(dice.count(5...60)) h,",
      ])
      let duration = "duration: \"\(dice.pick(["6 h", "exponential(mean: 12 h)", "3 d"]))\""
      let place =
        dice.chance(0.3)
        ? "near: Z0, within: \(dice.count(50...300)) km" : "at: [\(dice.pick(groups))]"
      let what = dice.pick([
        "kind: facility_outage, \(place)",
        "kind: capacity_loss, \(place), share: \(dice.count(1...10) * 10) %",
        "kind: customs_slowdown, factor: \(dice.count(2...9))",
        "kind: carrier_strike, last_mile: [\(dice.pick(lastMiles))]",
        "kind: carrier_strike, mode: \(dice.pick(["truck", "air", "van"]))",
        "kind: demand_surge, factor: \(dice.number(0...4))",
        "kind: stock_loss, \(place), share: \(dice.count(1...10) * 10) %",
      ])
      disruptions.append(Part(name: "trouble\(index)", text: "{\(what), \(timing) \(duration)}"))
    }
  }
}
