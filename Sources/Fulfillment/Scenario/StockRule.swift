internal import Quantities
public import RandomVariates
public import ScenarioFile

/// What a facility keeps in stock and how it is replenished: from a supplier without limit, or from another
/// group over lanes.
public struct StockRule: Configurable {
  public enum Choice: String, CaseIterable, Sendable {
    case popular, random, forecast
  }
  public var assortment = 1.0
  public var choice = Choice.random
  public var replenishment: any ReplenishmentPolicy = BaseStock()
  public var from: Located<String>?
  public var via: [Located<String>] = []
  public var leadTime = Law.constant(5 * 86400)
  public var holding = 0.0
  public var storage = 0.0
  public var inboundPerUnit = 0.0
  public var receiving: Process?
  public var putaway: Process?
  public var transshipment: Transshipment?
  public var forecast: (any ForecastMethod)?
  public var limit: StorageLimit?
  public var levels: [StockLevel] = []

  public init() {}

  public static let summary = "Stock of each SKU: assortment, replenishment, lead time, costs."
  public static let parameters: [Parameter<StockRule>] = [
    .fraction("assortment", \.assortment, "Share of the SKUs kept at each site."),
    .choice(
      "choice", \.choice, of: Choice.self,
      "Which SKUs: the most popular, a keyed draw per site and SKU, or those with the highest forecast."
    ),
    .variant(
      "replenishment", \.replenishment, Registrations.replenishment, "When to order and how much."),
    .optionalReference(
      "from", \.from, to: "facility group",
      "Group it is replenished from, over lanes; left out: a supplier without limit."),
    .references(
      "via", \.via, to: "facility group", "With `from`: groups passed on the way, in this order."),
    .law(
      "lead_time", \.leadTime, .time,
      "Without `from`: from ordering to being at the door, or on hand where nothing is received."),
    .optionalRecord(
      "receiving", \.receiving, Process.self,
      "Unloading and checking of what comes in; one SKU's goods are one shipment."),
    .optionalRecord(
      "putaway", \.putaway, Process.self, "Bringing goods to the shelf: then they are on hand."),
    .optionalRecord(
      "transshipment", \.transshipment, Transshipment.self, "Help from sister sites when short."),
    .optionalVariant(
      "forecast", \.forecast, Registrations.forecasts,
      "How demand is foretold; levels given as days then follow the forecast."),
    .optionalRecord("limit", \.limit, StorageLimit.self, "Room for goods at each site."),
    .quantity(
      "holding", \.holding, .moneyPerTime, 0...1e6, "Cost per unit on hand and time.",
      unit: "USD/d"),
    .quantity(
      "storage", \.storage, .moneyPerVolumeTime, 0...1e6, "Cost per volume on hand and time.",
      unit: "USD/m3/d", source: "FBAST"),
    .quantity(
      "inbound_per_unit", \.inboundPerUnit, .money, 0...1e6,
      "Cost of bringing one unit in: transport, receiving, putaway.", unit: "USD", source: "FBA26"),
    .records(
      "levels", \.levels, StockLevel.self,
      "Parameters of single SKUs at single sites, instead of the policy's."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("from", "lead_time")
    if from == nil, report.gives("via") {
      report.error("conflicting-keys", "'via' has no effect without 'from'", at: "via")
    }
    if choice == .forecast, forecast == nil {
      report.error(
        "no-forecast", "SKUs cannot be chosen by a forecast that nobody makes", at: "choice",
        help: ["give 'forecast', such as forecast: {kind: moving_average}"])
    }
  }
}

/// Parameters of the replenishment policy of one SKU at one site, usually from a table.
public struct StockLevel: Configurable {
  public var site = Located<String>("")
  public var sku = Located<String>("")
  public var reorderPoint = 0
  public var orderUpTo: Int?
  public var quantity: Int?
  public var initial: Int?

  public init() {}

  public static let summary = "Reorder point and quantity of one SKU at one site."
  public static let parameters: [Parameter<StockLevel>] = [
    .reference("site", \.site, to: "site", "Site of the group.", required: true),
    .reference("sku", \.sku, to: "SKU", "SKU.", required: true),
    .integer(
      "reorder_point", \.reorderPoint, -1...500_000_000,
      "Order when the position is at or below [units]."),
    .optionalInteger(
      "order_up_to", \.orderUpTo, 0...500_000_000, "Order up to this position [units]."),
    .optionalInteger("quantity", \.quantity, 1...500_000_000, "Order multiples of this [units]."),
    .optionalInteger("initial", \.initial, 0...500_000_000, "On hand at the start [units]."),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("order_up_to", "quantity")
    if let orderUpTo {
      report.requireOrder(of: reorderPoint, "reorder_point", below: orderUpTo, "order_up_to")
    }
  }
}
