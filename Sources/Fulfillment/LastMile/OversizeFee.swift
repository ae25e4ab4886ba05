internal import Quantities
public import ScenarioFile

/// What a carrier asks for a heavy or bulky parcel beside the rate.
public struct OversizeFee: Configurable {
  public var overMass: Double?
  public var overVolume: Double?
  public var price = 0.0

  public init() {}

  public static let summary = "A surcharge of parcels over a chargeable weight or a volume."
  public static let parameters: [Parameter<OversizeFee>] = [
    .optionalQuantity(
      "over_weight", \.overMass, .mass, 0.001...1e5, "Of parcels with more chargeable weight.",
      unit: "kg"),
    .optionalQuantity(
      "over_volume", \.overVolume, .volume, 0.000_001...1e4, "Of parcels with more volume.",
      unit: "m3"),
    .quantity("price", \.price, .money, 0...1e6, "Surcharge.", unit: "USD", required: true),
  ]

  public func check(_ report: RecordReport) {
    if overMass == nil, overVolume == nil {
      report.error(
        "missing-key", "the surcharge applies to nothing", at: "price",
        help: ["give 'over_weight' or 'over_volume', or both"])
    }
  }
}
