/// Time from the click to the door of delivered orders.
enum ClickToDoor: KPI {
  static func measures(on network: Network) -> [Measure] {
    distributionMeasures("click_to_door_hours", primary: true)
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    distributionValues(
      ticks: outcome.clickToDoorTicks, count: outcome.ordersDelivered, .clickToDoor)
  }
}
