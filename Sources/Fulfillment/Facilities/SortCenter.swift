internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Parcels of many origins are sorted by destination.
public struct SortCenter: FacilityKind {
  public var siting = Siting()
  public var sort = Process(time: .constant(4))
  public var dwell: Law?

  public init() {}

  public static let summary = "Sorts parcels of many origins by destination."
  public static let parameters: [Parameter<SortCenter>] =
    Siting.parameters.lifted(\.siting) + [
      .record(
        "sort", \.sort, Process.self,
        "Induct and sort; 900 parcels per person and hour as standard."),
      .optionalLaw("dwell", \.dwell, .time, "Time on the floor besides sorting.", source: "FASC"),
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.process(sort, named: "sort", account: .handling)
    if let dwell { work.delay(dwell, named: "dwell", stage: .work) }
  }
}
