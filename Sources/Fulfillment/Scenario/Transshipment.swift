internal import Quantities
public import ScenarioFile

/// Sites of one group help each other out: who is short fetches units from the nearest that can spare some.
public struct Transshipment: Configurable {
  public var keep = 0
  public var within: Double?

  public init() {}

  public static let summary =
    "Short units are fetched from sister sites over the lane of the group to itself."
  public static let parameters: [Parameter<Transshipment>] = [
    .integer(
      "keep", \.keep, 0...500_000_000, "Units of a SKU that a site does not give away [units]."),
    .optionalQuantity(
      "within", \.within, .length, 0...50_000, "Only from sites this near.", unit: "km"),
  ]
}
