internal import Diagnostics
public import Experiments

/// Why a use case has no result.
public enum Failure: Error, Sendable {
  /// The scenario cannot be run as it is.
  case problems(Problems)
  /// A name that was given is none of the known ones.
  case unknown(name: String, kind: String, known: [String])
  /// Something that was asked for does not make sense; says what would.
  case usage(String)
  case missing(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// A file is not what it should be.
  case badFile(path: String, reason: String)
  /// Something is in the way that may be gone when it is tried again.
  case tryAgain(String)
  /// A conservation law was broken.
  case violated(strategy: String, replication: Int, violations: [String])
  /// Interrupted before there was anything to show.
  case interrupted

  public init(_ error: ExperimentError) {
    switch error {
    case .violated(let strategy, let replication, let violations):
      self = .violated(strategy: strategy, replication: replication, violations: violations)
    case .unobserved(let response, let designPoint, let replication):
      self = .usage(
        "'\(response)' cannot decide: \(designPoint) has no value of it in replication"
          + " \(replication)")
    case .notStored(let reason): self = .cannotWrite(path: "the study", reason: reason)
    case .cancelled: self = .interrupted
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .problems(let problems): ExitStatus(rawValue: problems.sink.exitCode) ?? .badScenario
    case .unknown, .usage: .usage
    case .missing: .missingInput
    case .cannotWrite: .cannotWrite
    case .badFile: .badScenario
    case .tryAgain: .tryAgain
    case .violated: .fault
    case .interrupted: .interrupted
    }
  }

  /// Names that fit on a few lines.
  private static func list(_ names: [String]) -> String {
    let shown = 24
    guard names.count > shown else { return names.joined(separator: ", ") }
    return names.prefix(shown).joined(separator: ", ") + " and \(names.count - shown) more"
  }

  /// What to tell the user, without a final newline.
  public func text(isColored: Bool, columns: Int) -> String {
    switch self {
    case .problems(let problems):
      let text = problems.text(isColored: isColored, columns: columns)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    case .unknown(let name, let kind, let known):
      let meant = Spelling.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
      return "error: unknown \(kind) '\(name)'\(meant)\n"
        + "  known: \(Self.list(known))"
    case .usage(let message): return "error: \(message)"
    case .missing(let path, let reason): return "error: cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): return "error: cannot write \(path): \(reason)"
    case .badFile(let path, let reason): return "error: \(path): \(reason)"
    case .tryAgain(let message): return "error: \(message)"
    case .violated(let strategy, let replication, let violations):
      return "error: conservation violated: \(strategy), replication \(replication)\n"
        + violations.map { "  \($0)\n" }.joined()
        + "This is a fault in ploy, not in the scenario; please report it with the scenario"
        + " and the seed."
    case .interrupted: return "interrupted before any replication was complete"
    }
  }
}
