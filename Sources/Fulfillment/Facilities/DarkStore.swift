internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// A small store without shoppers near its customers: pick and pack in minutes.
public struct DarkStore: FacilityKind {
  public var siting = Siting()
  public var stock: StockRule? = StockRule()
  public var pick = Process(time: .constant(120))
  public var pack: Process?
  public var pickFee = 0.0
  public var material = 0.0

  public init() {}

  public static let shipsOrders = true
  public static let summary =
    "A small store near its customers: stock, pick, optionally pack apart."
  public static let parameters: [Parameter<DarkStore>] =
    Siting.parameters.lifted(\.siting) + [
      .optionalRecord("stock", \.stock, StockRule.self, "Stock of each SKU and its replenishment."),
      .record("pick", \.pick, Process.self, "Picking and, unless apart, packing.", source: "BHU"),
      .optionalRecord("pack", \.pack, Process.self, "Packing, if done by others."),
      .quantity(
        "pick_fee", \.pickFee, .money, 0...1000,
        "Cost per line, where labor is not paid by the hour.", unit: "USD"),
      .quantity(
        "material", \.material, .money, 0...1000, "Packing material per shipment.", unit: "USD"),
    ]

  public func fulfill(_ work: inout FacilityWork) {
    work.process(pick, named: "pick", account: .pick)
    if let pack { work.process(pack, named: "pack", account: .pack) }
    work.charge(.pick, from: .facilityOperator, to: .outside, perLine: pickFee)
    work.charge(.pack, from: .facilityOperator, to: .outside, perShipment: material)
  }
}
