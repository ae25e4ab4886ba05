internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// Teleshopping: a program on air whose viewers call one by one and do not see each other buy.
///
/// A live session without self-excitation: the orders of each slot are a Poisson process.
public struct Broadcast: LiveKind {
  public var sessions = LiveSessions()

  public init() {
    sessions.start = TimeOfDay(hour: 9)!
    sessions.startSpread = 0
    sessions.duration = .constant(12 * 3600)
    sessions.viewers = .constant(20_000)
    sessions.conversion = 0.02
    sessions.slot = 480
    sessions.early = 0.3
    sessions.ramp = 0
    sessions.branchingRatio = 0
    sessions.pinnedShare = 0.95
  }

  public static let summary = "Teleshopping: sessions on air, without self-excitation."
  public static let parameters: [Parameter<Broadcast>] = LiveSessions.parameters(
    isSelfExciting: false
  ).lifted(\.sessions)
}
