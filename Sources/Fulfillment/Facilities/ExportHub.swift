internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Sellers' parcels are received, checked and consolidated for export.
public struct ExportHub: FacilityKind {
  public var siting = Siting()
  public var receive = Process(time: .constant(20))
  public var consolidation = Law.constant(6 * 3600)
  public var perParcel = 0.0

  public init() {}

  public static let summary = "Receives sellers' parcels and consolidates them for export."
  public static let parameters: [Parameter<ExportHub>] =
    Siting.parameters.lifted(\.siting) + [
      .record("receive", \.receive, Process.self, "Receive, check, weigh and label."),
      .law(
        "consolidation", \.consolidation, .time, "Building of export loads and their papers.",
        source: "AIRP"),
      .quantity(
        "per_parcel", \.perParcel, .money, 0...1000, "Handling fee per parcel.", unit: "USD"),
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.process(receive, named: "receive", account: .handling)
    work.delay(consolidation, named: "consolidation", stage: .work)
    work.charge(.handling, from: .facilityOperator, to: .outside, perShipment: perParcel)
  }
}
