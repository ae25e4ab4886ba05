internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// Takes back what customers refuse or return: parcels are received, goods are graded.
public struct ReturnsCenter: FacilityKind {
  public var siting = Siting()
  public var receive = Process(time: .constant(60))
  public var grade = Process(time: .constant(120), per: .unit)
  public var perParcel = 0.0

  public init() {}

  public static let takesReturns = true
  public static let summary = "Takes back what customers refuse or return: receives and grades."
  public static let parameters: [Parameter<ReturnsCenter>] =
    Siting.parameters.lifted(\.siting) + [
      .record("receive", \.receive, Process.self, "Receive and open a parcel."),
      .record(
        "grade", \.grade, Process.self, "Inspect, grade and repack; 2 min a unit as standard."),
      .quantity(
        "per_parcel", \.perParcel, .money, 0...1000, "Handling fee per parcel.", unit: "USD",
        source: "3PL"),
    ]

  public func takeBack(_ work: inout FacilityWork) {
    work.process(receive, named: "receive", account: .returnHandling)
    work.process(grade, named: "grade", account: .returnHandling)
    work.charge(
      .returnHandling, from: .facilityOperator, to: .outside, perShipment: perParcel)
  }
}
