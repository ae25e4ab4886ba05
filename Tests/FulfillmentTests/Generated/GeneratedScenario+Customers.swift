extension GeneratedScenario {
  /// Half of the scenarios have customers who do more than wait; drawn apart, so that the rest of a scenario
  /// does not depend on it.
  mutating func addCustomers(seed: UInt64) {
    var dice = Dice(seed: seed ^ 0x6375_7374)
    if dice.chance(0.5) {
      customers = "{\(dice.customers(demand.map(\.name)).joined(separator: ", "))}"
    }
    for index in strategies.indices {
      if dice.chance(0.3) { strategies[index].settings.append(dice.cancellation()) }
      if dice.chance(0.4) {
        var to = ""
        if dice.chance(0.6) {
          to = "to: returns, "
          strategies[index].facilities.append(.init(name: "returns", text: dice.returnsCenter()))
        }
        strategies[index].settings.append(
          "returns: {\(to)transit: \"\(dice.pick(["5 h", "exponential(mean: 1 d)", "0 s"]))\","
            + " restock: \(dice.pick(["0 s", "3 h"])), per_parcel: 5 USD, per_kg: 0.5 USD/kg,"
            + " per_refused: 3 USD, paid_by: \(dice.pick(["buyer", "seller", "platform"])),"
            + " refunds_shipping: \(dice.pick(["true", "false"])), referral_refunded: 80 %}")
      }
      for row in strategies[index].lastMile.indices where dice.chance(0.4) {
        if dice.chance(0.3) {
          strategies[index].lastMile[row].text =
            "{kind: parcel_locker, transit: \"exponential(mean: 5 h)\", base: 3 USD,"
            + " compartments: \(dice.count(1...20)), collection: \"exponential(mean: 8 h)\","
            + " hold: \(dice.count(4...40)) h, overflow: \(dice.pick(["again", "door"])),"
            + " again: \(dice.count(1...20)) h, most: \(dice.count(1...3)), per_door: 2 USD}"
          continue
        }
        let attempts =
          ", attempts: {failure: \(dice.count(1...60)) %, most: \(dice.count(1...3)),"
          + " again: \(dice.count(0...30)) h, hours: \"\(dice.pick(["always", "mon-fri 09:00-18:00"]))\","
          + " per_attempt: 0.5 USD}}"
        strategies[index].lastMile[row].text =
          strategies[index].lastMile[row].text.dropLast() + attempts
      }
    }
  }
}

extension GeneratedScenario {
  /// Vans and couriers of some strategies are slower in some hours; drawn apart, too.
  mutating func addTraffic(seed: UInt64) {
    var dice = Dice(seed: seed ^ 0x7472_6166)
    for index in strategies.indices {
      for row in strategies[index].lastMile.indices
      where strategies[index].lastMile[row].text.contains("_rounds") && dice.chance(0.3) {
        let factors = (0..<24).map { _ in dice.pick(["1", "1", "0.4", "1.2"]) }
        strategies[index].lastMile[row].text =
          strategies[index].lastMile[row].text.dropLast()
          + ", speed_by_hour: [\(factors.joined(separator: ", "))]}"
      }
    }
  }
}

extension Dice {
  fileprivate mutating func customers(_ demand: [String]) -> [String] {
    var parts: [String] = []
    if chance(0.5) {
      let law = pick([
        "exponential(mean: 8 h)", "3 h", "lognormal(mean: 1 d, cv: 1)",
        "uniform(from: 0 s, to: 2 h)",
      ])
      parts.append("patience: \"\(law)\"")
    }
    if chance(0.5) {
      parts.append(
        "refusal: {cash_on_delivery: \(count(0...100)) %, prepaid: \(count(0...20)) %,"
          + " not_resalable: \(count(0...30)) %}")
    }
    if chance(0.7) {
      let rules = (0..<count(1...3)).map { _ in
        let category = chance(0.3) ? "category: things, " : ""
        let source = chance(0.3) ? "demand: \(pick(demand)), " : ""
        let delay = pick(["0 s", "exponential(mean: 10 h)", "2 d"])
        return "{\(category)\(source)rate: \(count(0...100)) %, delay: \"\(delay)\","
          + " not_resalable: \(count(0...100)) %}"
      }
      parts.append("returns: [\(rules.joined(separator: ", "))]")
    }
    return parts
  }

  fileprivate mutating func cancellation() -> String {
    let deadline = pick([
      "{within: 5 h}", "{days: 1, business_days: true, cut_off: \"14:00\"}", "{days: 0}",
      "{within: 40 h}",
    ])
    let later = pick(["{within: 20 h}", "{days: 2}", "{within: 3 d}"])
    return "cancellation: {"
      + pick([
        "dispatch: \(deadline)", "delivery: \(later)", "dispatch: \(deadline), delivery: \(later)",
      ])
      + "}"
  }

  fileprivate mutating func returnsCenter() -> String {
    "{kind: returns_center, sites: [{name: returns0, x: \(number(0...300)) km, y: 0 km}],"
      + " receive: {time: \"exponential(mean: 2 min)\", servers: \(count(1...2)), wage: 15 USD/h},"
      + " grade: {time: 1 min, per: unit, hours: \"\(pick(["always", "mon-fri 08:00-18:00"]))\"}}"
  }
}
