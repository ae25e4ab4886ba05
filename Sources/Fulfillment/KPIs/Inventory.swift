/// Units on hand and backordered over time and replenishment orders per day, of each facility with stock.
enum Inventory: KPI {
  private static func sites(_ network: Network) -> [Int] {
    network.tables.siteStock.indices.filter { network.tables.siteStock[$0] != .unlimited }
  }
  static func measures(on network: Network) -> [Measure] {
    sites(network).flatMap { site in
      let name = network.tables.siteNames[site]
      return [
        Measure("on_hand.\(name)", unit: "units"), Measure("backordered.\(name)", unit: "units"),
        Measure("replenishments_per_day.\(name)", unit: "1/d"),
      ]
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return sites(network).flatMap { site -> [MeasureValue] in
      [
        .ratio(Double(outcome.onHandTime[site]) / window, over: 1),
        .ratio(Double(outcome.backorderedTime[site]) / window, over: 1),
        .ratio(Double(outcome.replenishments[site]) / (window / 8.64e10), over: 1),
      ]
    }
  }
}
