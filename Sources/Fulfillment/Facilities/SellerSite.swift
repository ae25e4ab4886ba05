internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// A seller's own place: a flat, a shop, a workshop. The seller picks, packs and labels.
public struct SellerSite: FacilityKind {
  public var siting = Siting(each: .seller)
  public var release: Departures?
  public var handling = Process(time: .constant(120))
  public var stock: StockRule?
  public var material = 0.0

  public init() { handling.utilization = 0.5 }

  public static let shipsOrders = true
  public static let summary = "A seller's own place, where the seller picks, packs and labels."
  public static let parameters: [Parameter<SellerSite>] =
    Siting.parameters.lifted(\.siting) + [
      .optionalRecord(
        "release", \.release, Departures.self,
        "When the seller sits down to pack; left out: each order at once."),
      .record(
        "handling", \.handling, Process.self,
        "Pick, pack and label an order; 30 an hour as standard."),
      .optionalRecord("stock", \.stock, StockRule.self, "Stock; left out: goods never run out."),
      .quantity(
        "material", \.material, .money, 0...1000, "Packing material per shipment.", unit: "USD"),
    ]

  public func fulfill(_ work: inout FacilityWork) {
    work.release(release)
    work.process(handling, named: "handling", account: .pick)
    work.charge(.pack, from: .seller, to: .outside, perShipment: material)
  }
}
