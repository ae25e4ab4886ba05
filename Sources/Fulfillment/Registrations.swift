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
      .init("returns_center", ReturnsCenter.self),
      .init("cross_dock", CrossDock.self),
      .init("bonded_warehouse", BondedWarehouse.self),
    ])

  public static let lastMile = KindRegistry<any LastMileKind>(
    name: "last mile kind",
    [
      .init("parcel_carrier", ParcelCarrier.self),
      .init("van_rounds", VanRounds.self),
      .init("courier_rounds", CourierRounds.self),
      .init("parcel_locker", ParcelLocker.self),
    ])

  public static let demand = KindRegistry<any DemandKind>(
    name: "demand kind",
    [
      .init("shelf", Shelf.self),
      .init("livestream", Livestream.self),
      .init("intent-live", IntentLive.self),
      .init("broadcast", Broadcast.self),
      .init("video", Video.self),
      .init("trace", Trace.self),
    ])

  public static let promotions = KindRegistry<any PromotionKind>(
    name: "promotion kind",
    [
      .init("sale", Sale.self),
      .init("singles_day", SinglesDay.self),
      .init("prime_day", PrimeDay.self),
    ])

  public static let disruptions = KindRegistry<any DisruptionKind>(
    name: "disruption kind",
    [
      .init("facility_outage", FacilityOutage.self),
      .init("capacity_loss", CapacityLoss.self),
      .init("customs_slowdown", CustomsSlowdown.self),
      .init("carrier_strike", CarrierStrike.self),
      .init("demand_surge", DemandSurge.self),
      .init("stock_loss", StockLoss.self),
    ])

  public static let sourcing = KindRegistry<any SourcingPolicy>(
    name: "sourcing policy",
    [
      .init("nearest", Nearest.self),
      .init("in_region_first", InRegionFirst.self),
      .init("cheapest", Cheapest.self),
      .init("fastest", Fastest.self),
      .init("most_inventory", MostInventory.self),
      .init("fewest_splits", FewestSplits.self),
    ])

  public static let replenishment = KindRegistry<any ReplenishmentPolicy>(
    name: "replenishment policy",
    [
      .init("base_stock", BaseStock.self),
      .init("s_S", ReorderPointOrderUpTo.self),
      .init("r_Q", ReorderPointQuantity.self),
      .init("periodic", PeriodicReview.self),
      .init("days_of_supply", DaysOfSupply.self),
    ])

  public static let forecasts = KindRegistry<any ForecastMethod>(
    name: "forecast",
    [
      .init("moving_average", MovingAverage.self),
      .init("exponential_smoothing", ExponentialSmoothing.self),
      .init("seasonal_naive", SeasonalNaive.self),
    ])

  public static let subsidies = KindRegistry<any SubsidyKind>(
    name: "subsidy kind",
    [
      .init("free_shipping", FreeShipping.self),
      .init("co_funded_shipping", CoFundedShipping.self),
      .init("zero_commission", ZeroCommission.self),
      .init("free_listing", FreeListing.self),
      .init("coupon", Coupon.self),
    ])

  /// The name under which files choose the kind of a source of demand.
  static func name(of source: any DemandKind) -> String {
    demand.entries.first { type(of: $0.make()) == type(of: source) }?.name ?? "demand"
  }

  /// Facility kinds that orders can ship from.
  static let shippingKinds = facilities.entries.map(\.name).filter { name in
    facilities.make(name).map { type(of: $0).shipsOrders } ?? false
  }

  /// Facility kinds that take returns.
  static let returnKinds = facilities.entries.map(\.name).filter { name in
    facilities.make(name).map { type(of: $0).takesReturns } ?? false
  }

  public static let kpis: [any KPI.Type] = [
    ClickToDoor.self,
    ClickToShip.self,
    CostToServe.self,
    CostByAccount.self,
    OnTimeRate.self,
    DeliveredWithin.self,
    PromiseKept.self,
    LateCauses.self,
    Disruptions.self,
    OrderCounts.self,
    AfterSales.self,
    Lockers.self,
    Conversion.self,
    ByChannel.self,
    FillRate.self,
    HoursByStage.self,
    InRegionShare.self,
    Utilization.self,
    SourcedShare.self,
    Inventory.self,
    OpenOrders.self,
    BurstDrain.self,
    QueueWaits.self,
    ExtraHours.self,
    DropsPerHour.self,
    ForecastError.self,
    StorageUse.self,
    Transshipped.self,
    Contribution.self,
    CO2e.self,
    Margins.self,
    Subsidies.self,
  ]
}

extension Registrations {
  /// Every registry, for the reference.
  public static let registries: [RegistryDescription] = [
    facilities.description, lastMile.description, demand.description, disruptions.description,
    promotions.description, sourcing.description, replenishment.description,
    forecasts.description, subsidies.description,
  ]

  /// Records that are no kinds, for the reference, by the name under which files write them.
  public static let records: [(name: String, record: RecordDescription)] = [
    ("scenario", RecordDescription(Scenario.self)),
    ("experiment", RecordDescription(Experiment.self)),
    ("market", RecordDescription(Market.self)),
    ("response", RecordDescription(PromiseResponse.self)),
    ("zone", RecordDescription(Zone.self)),
    ("category", RecordDescription(Category.self)),
    ("seller", RecordDescription(SellerCohort.self)),
    ("product", RecordDescription(Product.self)),
    ("place", RecordDescription(Place.self)),
    ("trace_row", RecordDescription(TraceRow.self)),
    ("promise", RecordDescription(Promise.self)),
    ("customers", RecordDescription(Customers.self)),
    ("refusal", RecordDescription(Refusal.self)),
    ("refusal_rate", RecordDescription(RefusalRate.self)),
    ("return_rule", RecordDescription(ReturnRule.self)),
    ("cancellation", RecordDescription(OrderCancellation.self)),
    ("returns", RecordDescription(ReturnFlow.self)),
    ("attempts", RecordDescription(Attempts.self)),
    ("strategy", RecordDescription(Strategy.self)),
    ("listing", RecordDescription(Listing.self)),
    ("siting", RecordDescription(Siting.self)),
    ("process", RecordDescription(Process.self)),
    ("shift", RecordDescription(Shift.self)),
    ("overtime", RecordDescription(Overtime.self)),
    ("surge", RecordDescription(SurgeLabor.self)),
    ("stock", RecordDescription(StockRule.self)),
    ("stock_level", RecordDescription(StockLevel.self)),
    ("transshipment", RecordDescription(Transshipment.self)),
    ("storage_limit", RecordDescription(StorageLimit.self)),
    ("lane", RecordDescription(Lane.self)),
    ("departures", RecordDescription(Departures.self)),
    ("carrier_rate", RecordDescription(CarrierRate.self)),
    ("oversize_fee", RecordDescription(OversizeFee.self)),
    ("path", RecordDescription(Path.self)),
    ("sourcing", RecordDescription(SourcingTier.self)),
    ("levy", RecordDescription(Levy.self)),
    ("exemption", RecordDescription(Exemption.self)),
    ("clearance", RecordDescription(Clearance.self)),
    ("commerce", RecordDescription(Commerce.self)),
    ("fee", RecordDescription(Fee.self)),
    ("fee_rate", RecordDescription(FeeRate.self)),
    ("storage_fee", RecordDescription(StorageFee.self)),
    ("gate", RecordDescription(Gate.self)),
    ("calibration", RecordDescription(CalibrationTarget.self)),
  ]
}
