internal import Quantities
public import ScenarioFile

/// Which facilities a disruption hits: by name, or all around a place.
public struct DisruptionTarget: Configurable {
  public var at: [Located<String>] = []
  public var near: Located<String>?
  public var within = 100e3

  public init() {}

  public static let summary = "Facilities by name, or all around a zone."
  public static let parameters: [Parameter<DisruptionTarget>] = [
    .references(
      "at", \.at, to: "facility or group",
      "Groups or single facilities by name; strategies that have none of them are not hit."),
    .optionalReference(
      "near", \.near, to: "zone", "All facilities around this zone, of every strategy."),
    .quantity(
      "within", \.within, .length, 0...50_000, "How far around `near`.", unit: "km"),
  ]

  public var isEmpty: Bool { at.isEmpty && near == nil }

  public func check(_ report: RecordReport) { report.refuseBoth("at", "near") }

  /// Reports a target that names nothing.
  func require(_ report: RecordReport) {
    guard isEmpty else { return }
    report.error(
      "missing-key", "the disruption hits no facility", at: "kind",
      help: ["give 'at' with names of facilities, or 'near' with a zone"])
  }
}

/// A kind of disruption that strikes facilities.
public protocol TargetedDisruption: DisruptionKind {
  var target: DisruptionTarget { get }
}

extension TargetedDisruption {
  public var references: [Located<String>] { target.at }
  public var near: Located<String>? { target.near }

  /// Where it strikes has to be said.
  public func check(_ report: RecordReport) {
    timing.check(report)
    target.check(report)
    target.require(report)
  }
}
