extension GeneratedScenario {
  /// Half of the scenarios have customers who do more than wait; drawn apart, so that the rest of a scenario
  /// does not depend on it.
  mutating func addCustomers(seed: UInt64) {
    var dice = Dice(seed: seed ^ 0x6375_7374)
    guard dice.chance(0.5) else { return }
    var parts: [String] = []
    if dice.chance(0.6) {
      let law = dice.pick([
        "exponential(mean: 8 h)", "3 h", "lognormal(mean: 1 d, cv: 1)",
        "uniform(from: 0 s, to: 2 h)",
      ])
      parts.append("patience: \"\(law)\"")
    }
    customers = "{\(parts.joined(separator: ", "))}"
    for index in strategies.indices where dice.chance(0.4) {
      let dispatch = dice.pick([
        "{within: 5 h}", "{days: 1, business_days: true, cut_off: \"14:00\"}", "{days: 0}",
      ])
      strategies[index].settings.append("cancellation: {dispatch: \(dispatch)}")
    }
  }
}
