public import Quantities
public import ScenarioFile

/// Orders as a list or table gives them: the same in every replication and under every strategy.
///
/// Rows come in any sequence. Rows with the same `order` are lines of one order. Growth, months and promotions
/// do not change a trace. A `market.scale` s other than 1 takes each order as many whole times as s holds and
/// once more with the probability of the rest, drawn per order and replication.
public struct Trace: DemandKind {
  public var cohort: Located<String>?
  public var orders: [Located<TraceRow>] = []

  public init() {}

  public static let summary = "Orders from a table: time, zone, seller, SKU, quantity."
  public static let parameters: [Parameter<Trace>] = [
    .optionalReference(
      "seller", \.cohort, to: "seller",
      "Cohort that is bought from; if left out, every row names its seller."),
    .records(
      "orders", \.orders, TraceRow.self, "The orders, usually {table: orders.csv}.",
      required: true),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("orders", orders.count, "order")
  }

  public var seller: Located<String> { cohort ?? Located("") }
  public var isOfAllSellers: Bool { cohort == nil }
}

/// One line of an order of a trace.
public struct TraceRow: Configurable {
  public var time = CivilDateTime(CivilDate(dayNumber: 0))
  public var zone = Located<String>("")
  public var seller: Located<String>?
  public var sku = Located<String>("")
  public var quantity = 1
  public var order: String?

  public init() {}

  public static let summary = "One line of an order of a trace."
  public static let parameters: [Parameter<TraceRow>] = [
    .instant(
      "time", \.time, "When it is placed, in the market's time zone unless an offset is written.",
      required: true),
    .reference("zone", \.zone, to: "zone", "Zone it goes to.", required: true),
    .optionalReference(
      "seller", \.seller, to: "seller",
      "Individual seller: a cohort of one by its name, others by cohort and number (exporter-3)."),
    .reference(
      "sku", \.sku, to: "SKU", "SKU of that seller, with or without the seller's name before it.",
      required: true),
    .integer("quantity", \.quantity, 1...1_000_000, "Units."),
    .optionalText("order", \.order, "Rows with the same text are lines of one order."),
  ]
}
