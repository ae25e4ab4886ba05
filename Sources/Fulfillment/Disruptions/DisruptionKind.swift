public import ScenarioFile

/// A kind of disruption. To add one: a file here and a line in `Registrations.disruptions`.
///
/// A kind says when it happens and what it does, in its own words; `disrupt` lowers that to servers that are
/// gone, steps that stand still, times that grow and units that are lost.
public protocol DisruptionKind: Configurable {
  var timing: DisruptionTiming { get }
  /// Zone around which it strikes.
  var near: Located<String>? { get }
  /// Names of facilities, groups and last miles that it speaks of.
  var references: [Located<String>] { get }
  /// What it does to the orders of the market; nil where it leaves them alone.
  var surge: DemandFactor? { get }
  /// What it does to a strategy.
  func disrupt(_ work: inout DisruptionWork)
}

extension DisruptionKind {
  public var references: [Located<String>] { [] }
  public var near: Located<String>? { nil }
  public var surge: DemandFactor? { nil }
  public func disrupt(_ work: inout DisruptionWork) {}
}

/// A factor on the orders of some or all sources of demand.
public struct DemandFactor: Sendable {
  var factor: Double
  /// Names of the sources; empty: all.
  var sources: [Located<String>]
}
