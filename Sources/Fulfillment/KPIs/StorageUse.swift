/// Room taken, what overflowed and what was refused, of each facility with a storage limit; in cubic meters or units.
enum StorageUse: KPI {
  private static func sites(_ network: Network) -> [Int] {
    network.tables.spaces.indices.filter { network.tables.spaces[$0].limit >= 0 }
  }
  static func measures(on network: Network) -> [Measure] {
    sites(network).flatMap { site -> [Measure] in
      let name = network.tables.siteNames[site]
      let unit = network.tables.spaces[site].isVolume ? "m3" : "units"
      return [
        Measure("space_used.\(name)", unit: unit),
        Measure("overflow.\(name)", unit: unit, goal: .lower),
        Measure("refused_per_day.\(name)", unit: "units/d", goal: .lower),
      ]
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return sites(network).flatMap { site -> [MeasureValue] in
      let scale = network.tables.spaces[site].isVolume ? 1e-6 : 1
      return [
        .ratio(Double(outcome.spaceTime[site]) * scale / window, over: 1),
        .ratio(Double(outcome.overflowTime[site]) * scale / window, over: 1),
        .ratio(Double(outcome.refused[site]), over: window / 8.64e10),
      ]
    }
  }
}
