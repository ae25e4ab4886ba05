/// When to colour: `--color auto|always|never`.
public enum ColorChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never

  /// Whether a stream gets colours: the choice, then `NO_COLOR`, then `FORCE_COLOR`, then whether
  /// the stream is a terminal that can.
  ///
  /// - Source: no-color.org, force-color.org.
  public func isEnabled(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    if let force = environment["FORCE_COLOR"], !force.isEmpty { return force != "0" }
    return isTerminal && environment["TERM"] != "dumb"
  }
}

/// What a mark looks like, where colours are on.
public enum Tint: String, Sendable {
  case good = "32"
  case bad = "31"
  case unsure = "33"
  case same = "36"
  case heading = "1"
  case quiet = "2"
}

/// Colours text, or leaves it alone.
public struct Paint: Sendable {
  public var isEnabled: Bool

  public init(isEnabled: Bool) { self.isEnabled = isEnabled }

  public func callAsFunction(_ text: String, _ tint: Tint?) -> String {
    guard isEnabled, let tint, !text.isEmpty else { return text }
    return "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m"
  }
}
