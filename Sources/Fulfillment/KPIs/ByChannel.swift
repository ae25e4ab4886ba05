/// Orders, time, punctuality and cost of each channel and each group of zones, where there are several.
///
/// The cost is that of the orders themselves: work, ways, duty, returns. Idle time, fixed cost and stock belong to
/// the window and to nobody.
enum ByChannel: KPI {
  private static let percentiles = [50, 90]

  private static func slices(_ network: Network) -> [String] {
    let tables = network.tables
    return tables.channels.sliced.map { "channel.\($0)" }
      + tables.zoneGroups.sliced.map { "zone_group.\($0)" }
  }

  static func measures(on network: Network) -> [Measure] {
    slices(network).enumerated().flatMap { index, slice -> [Measure] in
      let isChannel = index < network.tables.channels.sliced.count
      return [
        Measure("\(slice).orders_placed", unit: "orders"),
        Measure("\(slice).click_to_door_hours.mean", unit: "h", goal: .lower),
      ]
        + (isChannel ? percentiles : []).map {
          Measure("\(slice).click_to_door_hours.p\($0)", unit: "h", goal: .lower)
        } + [
          Measure("\(slice).on_time_rate", unit: "share", goal: .higher),
          Measure("\(slice).direct_cost_per_order", unit: "currency", goal: .lower),
        ]
    }
  }

  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    outcome.slices.enumerated().flatMap { index, slice -> [MeasureValue] in
      let isChannel = index < network.tables.channels.sliced.count
      return [
        .count(slice.placed),
        .ratio(Double(slice.clickToDoorTicks) / 360_000, over: Double(slice.delivered)),
      ]
        + (isChannel ? percentiles : []).map {
          .quantile(.channelClickToDoor(index), Double($0) / 100)
        } + [
          .share(slice.onTime, of: slice.placed),
          .ratio(Double(slice.cost) / 1e6, over: Double(slice.delivered)),
        ]
    }
  }
}
