internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// Live sessions on a shop's own pages, such as Amazon Live: viewers came to buy, so more of them do, fewer
/// watch, and hardly anybody buys because others do.
///
/// The standard audience is what makes 1,200 units a show [CNBC] at the standard conversion.
public struct IntentLive: LiveKind {
  public var sessions = LiveSessions()

  public init() {
    sessions.duration = .constant(3600)
    sessions.viewers = .constant(10_000)
    sessions.conversion = 0.12
    sessions.slot = 300
    sessions.early = 0.4
    sessions.ramp = 300
    sessions.branchingRatio = 0.03
    sessions.pinnedShare = 0.7
  }

  public static let summary =
    "Live sessions whose viewers came to buy: high conversion, hardly any self-excitation."
  public static let parameters: [Parameter<IntentLive>] = LiveSessions.parameters(
    start: "CALC", duration: "CALC", viewers: "CNBC", conversion: "ZON"
  ).lifted(\.sessions)
}
