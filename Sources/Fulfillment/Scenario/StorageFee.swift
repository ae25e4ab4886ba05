public import Quantities
public import ScenarioFile

/// What sellers pay whoever runs a facility for their stock in it, from a date on.
public struct StorageFee: Configurable {
  public var from: CivilDate?
  public var fee = 0.0

  public init() {}

  public static let summary = "A storage fee by volume and time, from a date on."
  public static let parameters: [Parameter<StorageFee>] = [
    .optionalDate(
      "from", \.from,
      "From this day on, until the next date's fee; left out: from the beginning."),
    .quantity(
      "fee", \.fee, .moneyPerVolumeTime, 0...1e6, "Per volume on hand and time.",
      unit: "USD/m3/d", source: "FBAST", required: true),
  ]
}
