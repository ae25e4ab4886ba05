/// CO2e of transport per delivered order: all of it, what was emitted before fuel was burned, and by means of
/// transport and part of the way; each of these two adds up to the whole.
enum CO2e: KPI {
  static func measures(on network: Network) -> [Measure] {
    let emitters = network.tables.emitters
    guard !emitters.modes.isEmpty else { return [] }
    let names =
      ["co2e_per_order", "co2e.well_to_tank"] + emitters.modes.map { "co2e.by_\($0.rawValue)" }
      + emitters.accounts.map { "co2e.\($0.name)" }
    return names.map { Measure($0, unit: "g", goal: .lower) }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let emitters = network.tables.emitters
    guard !emitters.modes.isEmpty else { return [] }
    let co2e = outcome.co2e
    let grams =
      [co2e.grams, co2e.grams(.wellToTank)] + emitters.modes.map(co2e.grams(by:))
      + emitters.accounts.map(co2e.grams(on:))
    return grams.map { .ratio($0, over: Double(outcome.ordersDelivered)) }
  }
}
