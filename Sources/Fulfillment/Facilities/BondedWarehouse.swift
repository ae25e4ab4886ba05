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
  public var rules = ImportRules()
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
      .quantity(
        "material", \.material, .money, 0...1000, "Packing material per shipment.", unit: "USD"),
    ] + ImportRules.parameters.lifted(\.rules)

  public var imports: ImportRules? { rules }

  public func fulfill(_ work: inout FacilityWork) {
    work.release(release)
    work.process(pick, named: "pick", account: .pick)
    work.process(pack, named: "pack", account: .pack)
    if let dwell { work.delay(dwell, named: "dwell", stage: .work) }
    work.declare(rules)
    work.delay(declaration, named: "declaration", stage: .customs)
    work.charge(.pack, from: .facilityOperator, to: .outside, perShipment: material)
  }
}
