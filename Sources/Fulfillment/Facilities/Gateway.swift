internal import Quantities
public import RandomVariates
public import ScenarioFile

/// An airport or seaport: goods are handed over between land and the main haul.
public struct Gateway: FacilityKind {
  public var siting = Siting()
  public var handling = Law.constant(6 * 3600)
  public var perMass = 0.0

  public init() {}

  public static let summary = "An airport or seaport that goods pass through."
  public static let parameters: [Parameter<Gateway>] =
    Siting.parameters.lifted(\.siting) + [
      .law("handling", \.handling, .time, "Terminal handling.", source: "AIRP"),
      .quantity(
        "per_kg", \.perMass, .moneyPerMass, 0...1000, "Terminal handling charge.", unit: "USD/kg"),
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.delay(handling, named: "handling", stage: .moving)
    work.charge(.freight, from: .facilityOperator, to: .carrier, perKilogram: perMass)
  }
}
