public import ScenarioFile

/// Everything that a scenario can name by `kind:`. To add one: its file, and a line here.
public enum Registrations {
  public static let facilities = KindRegistry<any FacilityKind>(
    name: "facility kind",
    [
      .init("seller_site", SellerSite.self),
      .init("fulfillment_center", FulfillmentCenter.self),
      .init("dark_store", DarkStore.self),
      .init("sort_center", SortCenter.self),
      .init("delivery_station", DeliveryStation.self),
      .init("export_hub", ExportHub.self),
      .init("gateway", Gateway.self),
      .init("customs", Customs.self),
    ])

  public static let lastMile = KindRegistry<any LastMileKind>(
    name: "last mile kind",
    [
      .init("parcel_carrier", ParcelCarrier.self),
      .init("van_rounds", VanRounds.self),
      .init("courier_rounds", CourierRounds.self),
    ])

  public static let demand = KindRegistry<any DemandKind>(
    name: "demand kind",
    [
      .init("shelf", Shelf.self),
      .init("livestream", Livestream.self),
    ])

  public static let sourcing = KindRegistry<any SourcingPolicy>(
    name: "sourcing policy",
    [
      .init("nearest", Nearest.self),
      .init("in_region_first", InRegionFirst.self),
      .init("cheapest", Cheapest.self),
    ])

  public static let replenishment = KindRegistry<any ReplenishmentPolicy>(
    name: "replenishment policy",
    [
      .init("base_stock", BaseStock.self),
      .init("s_S", ReorderPointOrderUpTo.self),
      .init("r_Q", ReorderPointQuantity.self),
    ])

  public static let kpis: [any KPI.Type] = [
    ClickToDoor.self,
    ClickToShip.self,
    CostToServe.self,
    CostByAccount.self,
    OnTimeRate.self,
    OrderCounts.self,
    FillRate.self,
    HoursByStage.self,
    InRegionShare.self,
    Utilization.self,
    SourcedShare.self,
    Inventory.self,
    OpenOrders.self,
    QueueWaits.self,
    Contribution.self,
  ]
}
