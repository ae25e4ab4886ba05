internal import Quantities
public import RandomVariates
public import ScenarioFile

/// A warehouse that stores sellers' goods and ships orders: pick, pack, sort to departures.
public struct FulfillmentCenter: FacilityKind {
  public var siting = Siting()
  public var stock: StockRule? = StockRule()
  public var release: Departures?
  public var pick = Process(time: .constant(40), per: .line)
  public var pack = Process(time: .constant(30))
  public var sort: Process?
  public var dwell: Law?
  public var pickFee = 0.0
  public var material = 0.0
  public var overhead = 0.0

  public init() {}

  public static let shipsOrders = true
  public static let summary = "A warehouse: stock, pick, pack, and optionally sort."
  public static let parameters: [Parameter<FulfillmentCenter>] =
    Siting.parameters.lifted(\.siting) + [
      .optionalRecord("stock", \.stock, StockRule.self, "Stock of each SKU and its replenishment."),
      .optionalRecord(
        "release", \.release, Departures.self,
        "Waves in which orders are released to the floor; left out: each at once."),
      .record("pick", \.pick, Process.self, "Picking.", source: "PICK"),
      .record("pack", \.pack, Process.self, "Packing.", source: "CNN"),
      .optionalRecord("sort", \.sort, Process.self, "Sorting parcels to departures."),
      .optionalLaw(
        "dwell", \.dwell, .time, "Time from pick to dock besides the work itself.", source: "TC23"),
      .quantity(
        "pick_fee", \.pickFee, .money, 0...1000,
        "Cost per line, where labor is not paid by the hour.", unit: "USD", source: "3PL"),
      .quantity(
        "overhead", \.overhead, .money, 0...1000,
        "Rent and equipment per shipment, where the building is shared.", unit: "USD"),
      .quantity(
        "material", \.material, .money, 0...1000, "Packing material per shipment.", unit: "USD"),
    ]

  public func fulfill(_ work: inout FacilityWork) {
    work.release(release)
    work.process(pick, named: "pick", account: .pick)
    work.charge(.pick, from: .facilityOperator, to: .outside, perLine: pickFee)
    work.process(pack, named: "pack", account: .pack)
    work.charge(.pack, from: .facilityOperator, to: .outside, perShipment: material)
    if let sort { work.process(sort, named: "sort", account: .handling) }
    if let dwell { work.delay(dwell, named: "dwell", stage: .work) }
    work.charge(.fixed, from: .facilityOperator, to: .outside, perShipment: overhead)
  }
}
