internal import Quantities
public import RandomVariates
public import ScenarioFile

/// A warehouse under customs control: goods stand there before duty, which is due when an order leaves.
///
/// As a fulfillment center, and besides: each order is declared, and duty is charged on the value of orders
/// above de minimis. Goods that come in for stock pay none on the way.
public struct BondedWarehouse: FacilityKind {
  public var siting = Siting()
  public var stock: StockRule? = StockRule()
  public var release: Departures?
  public var pick = Process(time: .constant(40), per: .line)
  public var pack = Process(time: .constant(30))
  public var dwell: Law?
  public var declaration = Law.constant(2 * 3600)
  public var duty = 0.0
  public var deMinimis = 0.0
  public var brokerage = 0.0
  public var material = 0.0

  public init() {}

  public static let shipsOrders = true
  public static let summary = "A warehouse before duty: duty is due when an order leaves."
  public static let parameters: [Parameter<BondedWarehouse>] =
    Siting.parameters.lifted(\.siting) + [
      .optionalRecord("stock", \.stock, StockRule.self, "Stock of each SKU and its replenishment."),
      .optionalRecord(
        "release", \.release, Departures.self,
        "Waves in which orders are released to the floor; left out: each at once."),
      .record("pick", \.pick, Process.self, "Picking.", source: "PICK"),
      .record("pack", \.pack, Process.self, "Packing.", source: "CNN"),
      .optionalLaw(
        "dwell", \.dwell, .time, "Time from pick to dock besides the work itself.", source: "TC23"),
      .law("declaration", \.declaration, .time, "The authority's release of an order from bond."),
      .fraction("duty", \.duty, "Duty on the value of orders above de minimis.", source: "TAR26"),
      .quantity(
        "de_minimis", \.deMinimis, .money, 0...1e6, "Value up to which no duty is due.",
        unit: "USD", source: "DM"),
      .quantity(
        "brokerage", \.brokerage, .money, 0...1000, "Declaration per order.", unit: "USD"),
      .quantity(
        "material", \.material, .money, 0...1000, "Packing material per shipment.", unit: "USD"),
    ]

  public func fulfill(_ work: inout FacilityWork) {
    work.release(release)
    work.process(pick, named: "pick", account: .pick)
    work.process(pack, named: "pack", account: .pack)
    if let dwell { work.delay(dwell, named: "dwell", stage: .work) }
    work.delay(declaration, named: "declaration", stage: .customs)
    work.charge(.duty, from: .seller, to: .state, perValue: duty, aboveValue: deMinimis)
    work.charge(.brokerage, from: .seller, to: .outside, perShipment: brokerage)
    work.charge(.pack, from: .facilityOperator, to: .outside, perShipment: material)
  }
}
