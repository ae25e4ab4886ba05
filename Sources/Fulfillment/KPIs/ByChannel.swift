/// Orders, time and punctuality of each channel and each group of zones, where there are several.
enum ByChannel: KPI {
  private static func slices(_ network: Network) -> [String] {
    let tables = network.tables
    return tables.channels.sliced.map { "channel.\($0)" }
      + tables.zoneGroups.sliced.map { "zone_group.\($0)" }
  }

  static func measures(on network: Network) -> [Measure] {
    slices(network).flatMap { slice in
      [
        Measure("\(slice).orders_placed", unit: "orders"),
        Measure("\(slice).click_to_door_hours.mean", unit: "h", goal: .lower),
        Measure("\(slice).on_time_rate", unit: "share", goal: .higher),
      ]
    }
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    outcome.slices.flatMap { slice -> [MeasureValue] in
      [
        .count(slice.placed),
        .ratio(Double(slice.clickToDoorTicks) / 360_000, over: Double(slice.delivered)),
        .share(slice.onTime, of: slice.placed),
      ]
    }
  }
}
