internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Goods are moved from incoming to outgoing vehicles without being stored.
public struct CrossDock: FacilityKind {
  public var siting = Siting()
  public var unload = Process(time: .constant(15))
  public var staging = Law.constant(2 * 3600)
  public var perParcel = 0.0

  public init() {}

  public static let summary = "Moves goods from incoming to outgoing vehicles without storing them."
  public static let parameters: [Parameter<CrossDock>] =
    Siting.parameters.lifted(\.siting) + [
      .record("unload", \.unload, Process.self, "Unload and move to the outgoing dock."),
      .law("staging", \.staging, .time, "Time at the outgoing dock besides the work."),
      .quantity(
        "per_parcel", \.perParcel, .money, 0...1000, "Handling fee per parcel.", unit: "USD"),
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.process(unload, named: "unload", account: .handling)
    work.delay(staging, named: "staging", stage: .work)
    work.charge(.handling, from: .facilityOperator, to: .outside, perShipment: perParcel)
  }
}
