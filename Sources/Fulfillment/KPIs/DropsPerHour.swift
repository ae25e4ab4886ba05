/// Orders handed over per hour that a vehicle or courier is out, of every fleet of its own.
enum DropsPerHour: KPI {
  private static func fleets(_ network: Network) -> [Int] {
    network.tables.rounds.indices.filter { network.tables.rounds[$0].othersPerArea == 0 }
  }
  static func measures(on network: Network) -> [Measure] {
    fleets(network).map { index in
      let round = network.tables.rounds[index]
      let name = "\(network.tables.siteNames[round.site]).\(round.name)"
      return Measure("drops_per_hour.\(name)", unit: "1/h", goal: .higher)
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    fleets(network).map { index in
      .ratio(Double(outcome.stops[index]), over: Double(outcome.outTime[index]) / 3.6e9)
    }
  }
}
