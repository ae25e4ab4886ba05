internal import Quantities
public import ScenarioFile

/// Room for goods at each site of a group, and what happens when it is full.
public struct StorageLimit: Configurable {
  public enum Full: String, CaseIterable, Sendable {
    /// What does not fit goes back to where it came from.
    case refuse
    /// What does not fit stands elsewhere, at a cost.
    case overflow
  }
  public var volume: Double?
  public var units: Int?
  public var full = Full.overflow
  public var perVolume = 0.0
  public var perUnit = 0.0

  public init() {}

  public static let summary = "Room for goods at each site, and what happens when it is full."
  public static let parameters: [Parameter<StorageLimit>] = [
    .optionalQuantity("volume", \.volume, .volume, 0.001...1e9, "Room for goods.", unit: "m3"),
    .optionalInteger(
      "units", \.units, 0...2_000_000_000, "Room counted in units, instead of `volume`."),
    .choice(
      "full", \.full, of: Full.self,
      "refuse: what does not fit goes back, and is ordered anew; overflow: it stands elsewhere, at a cost."
    ),
    .quantity(
      "overflow_per_volume", \.perVolume, .moneyPerVolumeTime, 0...1e6,
      "Cost of goods beyond the room, besides `storage`.", unit: "USD/m3/d", source: "FBAST"),
    .quantity(
      "overflow_per_unit", \.perUnit, .moneyPerTime, 0...1e6,
      "Cost of units beyond the room, where it is counted in units.", unit: "USD/d"),
  ]

  public func check(_ report: RecordReport) {
    report.refuseBoth("volume", "units")
    if volume == nil, units == nil {
      report.error(
        "missing-key", "a limit needs 'volume' or 'units'",
        help: ["for example volume: 800 m3, or units: 20000"])
    }
  }
}
