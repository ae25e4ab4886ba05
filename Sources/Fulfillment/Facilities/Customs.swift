public import Quantities
public import RandomVariates
public import ScenarioFile

/// Import clearance: brokers file entries, some shipments are held, duty and taxes are due.
public struct Customs: FacilityKind {
  public var siting = Siting()
  public var clearing = Process(time: .constant(60))
  public var processing = Law.constant(12 * 3600)
  public var hours = WeeklyHours.always
  public var holdProbability = 0.0
  public var hold = Law.constant(3 * 86400)
  public var clearances: [Clearance] = []
  public var rules = ImportRules()

  public init() {}

  public static let summary = "Import clearance: brokers, processing, holds, duty, taxes."
  public static let parameters: [Parameter<Customs>] =
    Siting.parameters.lifted(\.siting) + [
      .record("clearing", \.clearing, Process.self, "A broker's work on one entry."),
      .law("processing", \.processing, .time, "The authority's processing.", source: "AIRP"),
      .hours(
        "hours", \.hours, "When processing goes on, and not on holidays of the site (local time)."),
      .fraction("hold_probability", \.holdProbability, "Shipments held for examination."),
      .law("hold", \.hold, .time, "Length of a hold."),
      .records(
        "clearances", \.clearances, Clearance.self,
        "Processing and holds from one day to another; the first row that holds."),
    ] + ImportRules.parameters.lifted(\.rules)

  public func check(_ report: RecordReport) { report.requireOpen("hours", hours) }

  public var imports: ImportRules? { rules }

  public func passThrough(_ work: inout FacilityWork) {
    work.declare(rules, brokerage: clearances.map { ($0.scope, $0.brokerage ?? rules.brokerage) })
    work.process(clearing, named: "clearing", account: .brokerage, wait: .customs, work: .customs)
    guard !clearances.isEmpty else {
      work.delay(processing, named: "processing", stage: .customs, while: hours)
      if holdProbability > 0 {
        work.gate(holdProbability, delay: hold, named: "hold", stage: .customs)
      }
      return
    }
    work.delay(
      processing, named: "processing", stage: .customs, while: hours,
      dated: clearances.map { ($0.scope, 1, $0.processing ?? processing) }, rulesOf: rules.rulesOf)
    work.gate(
      holdProbability, delay: hold, named: "hold", stage: .customs,
      dated: clearances.map { ($0.scope, $0.holdProbability ?? holdProbability, $0.hold ?? hold) },
      rulesOf: rules.rulesOf)
  }
}
