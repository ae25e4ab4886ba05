internal import DiscreteEvent

/// Mean wait in the queue of every process, and its mean length over the window.
enum QueueWaits: KPI {
  static func measures(on network: Network) -> [Measure] {
    let tables = network.tables
    return tables.stations.flatMap { station -> [Measure] in
      let name = "\(tables.siteNames[station.site]).\(station.process)"
      return [
        Measure("wait_hours.\(name)", unit: "h"),
        Measure("queue_length.\(name)", unit: "shipments"),
      ]
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    let window = Double(network.tables.clock.windowEnd - network.tables.clock.warmUpEnd)
    return zip(outcome.waits, outcome.queueTime).flatMap { waits, queue -> [MeasureValue] in
      [
        .ratio(waits.sum / 3600, over: Double(waits.count)),
        .ratio(Double(queue), over: window),
      ]
    }
  }
}
