public import ScenarioFile

/// Scheduled live sessions: an audience, product slots whose orders decay from the moment the product is
/// pinned, and viewers who see others buy.
public struct Livestream: LiveKind {
  public var sessions = LiveSessions()

  public init() {}

  public static let summary =
    "Live sessions with product slots, decaying interest and self-excitation."
  public static let parameters: [Parameter<Livestream>] = LiveSessions.parameters(
    start: "CALC", duration: "CALC", viewers: "HYPE", conversion: "HYPE"
  ).lifted(\.sessions)
}
