/// Time from the click until the order has left its last origin.
enum ClickToShip: KPI {
  static func measures(on network: Network) -> [Measure] {
    distributionMeasures("click_to_ship_hours", primary: false)
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    distributionValues(
      ticks: outcome.clickToShipTicks, count: outcome.ordersDelivered, .clickToShip)
  }
}
