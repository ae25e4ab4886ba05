/// Hours of overtime and of extra staff per day, of every process that has any.
enum ExtraHours: KPI {
  private static func stations(_ network: Network) -> [Int] {
    network.tables.stations.indices.filter { network.tables.stations[$0].labor != nil }
  }
  static func measures(on network: Network) -> [Measure] {
    stations(network).flatMap { index -> [Measure] in
      let station = network.tables.stations[index]
      let name = "\(network.tables.siteNames[station.site]).\(station.process)"
      return [
        Measure("overtime_hours.\(name)", unit: "h/d"), Measure("surge_hours.\(name)", unit: "h/d"),
      ]
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return stations(network).flatMap { index -> [MeasureValue] in
      [outcome.overtime[index], outcome.surge[index]].map {
        // Server hours over days.
        .ratio(Double($0) / 3.6e9, over: window / 8.64e10)
      }
    }
  }
}
