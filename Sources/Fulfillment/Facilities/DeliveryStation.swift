internal import RandomVariates
public import ScenarioFile

/// The last building before the door: parcels are sorted to routes.
public struct DeliveryStation: FacilityKind {
  public var siting = Siting()
  public var sort = Process(time: .constant(6))

  public init() {}

  public static let summary = "The last building before the door: sorts parcels to routes."
  public static let parameters: [Parameter<DeliveryStation>] =
    Siting.parameters.lifted(\.siting) + [
      .record("sort", \.sort, Process.self, "Sort to routes.", source: "CRAIN")
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.process(sort, named: "sort", account: .handling)
  }
}
