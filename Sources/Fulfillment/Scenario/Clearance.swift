internal import Quantities
public import RandomVariates
public import ScenarioFile

/// How long customs takes on some days; what is left out is as on all others.
public struct Clearance: Configurable {
  public var scope = RuleScope()
  public var processing: Law?
  public var holdProbability: Double?
  public var hold: Law?
  public var brokerage: Double?

  public init() {}

  public static let summary = "Processing, holds and brokerage of customs from one day to another."
  public static let parameters: [Parameter<Clearance>] =
    RuleScope.parameters.filter { $0.name != "origin" }.lifted(\.scope) + [
      .optionalLaw(
        "processing", \.processing, .time, "The authority's processing.", source: "AIRP"),
      .optionalFraction("hold_probability", \.holdProbability, "Shipments held for examination."),
      .optionalLaw("hold", \.hold, .time, "Length of a hold."),
      .optionalQuantity(
        "brokerage", \.brokerage, .money, 0...1000, "Entry and brokerage per parcel.", unit: "USD"),
    ]

  public func check(_ report: RecordReport) { scope.check(report) }
}
