internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Import clearance: brokers file entries, some shipments are held, duty is due.
public struct Customs: FacilityKind {
  public var siting = Siting()
  public var clearing = Process(time: .constant(60))
  public var processing = Law.constant(12 * 3600)
  public var holdProbability = 0.0
  public var hold = Law.constant(3 * 86400)
  public var duty = 0.0
  public var deMinimis = 0.0
  public var brokerage = 0.0

  public init() {}

  public static let summary = "Import clearance: brokers, processing, holds, duty."
  public static let parameters: [Parameter<Customs>] =
    Siting.parameters.lifted(\.siting) + [
      .record("clearing", \.clearing, Process.self, "A broker's work on one entry."),
      .law("processing", \.processing, .time, "The authority's processing.", source: "AIRP"),
      .fraction("hold_probability", \.holdProbability, "Shipments held for examination."),
      .law("hold", \.hold, .time, "Length of a hold."),
      .fraction(
        "duty", \.duty, "Duty on the value of shipments above de minimis.", source: "TAR26"),
      .quantity(
        "de_minimis", \.deMinimis, .money, 0...1e6, "Value up to which no duty is due.",
        unit: "USD", source: "DM"),
      .quantity(
        "brokerage", \.brokerage, .money, 0...1000, "Entry and brokerage per parcel.", unit: "USD"),
    ]

  public func passThrough(_ work: inout FacilityWork) {
    work.process(clearing, named: "clearing", account: .brokerage, wait: .customs, work: .customs)
    work.delay(processing, named: "processing", stage: .customs)
    if holdProbability > 0 {
      work.gate(holdProbability, delay: hold, named: "hold", stage: .customs)
    }
    work.charge(.duty, from: .seller, to: .state, perValue: duty, aboveValue: deMinimis)
    work.charge(.brokerage, from: .seller, to: .outside, perShipment: brokerage)
  }
}
