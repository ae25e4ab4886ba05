public import Reports
internal import Statistics

/// How a command ends: 0, our own small numbers, and those of sysexits.h.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case success = 0
  case failedCheck = 1
  /// A rule of the scenario was not met.
  case gateFailed = 3
  /// A difference is not separated, and the user asked for all of them to be.
  case inconclusive = 4
  case usage = 64
  case badScenario = 65
  case missingInput = 66
  /// Our fault, such as a broken conservation law.
  case fault = 70
  case cannotWrite = 73
  /// It may go well another time.
  case tryAgain = 75
  case interrupted = 130

  /// How a run ends that has this summary; what weighs most comes first.
  public init(of summary: Summary, requiringConclusion: Bool = false) {
    if !summary.isComplete {
      self = .interrupted
    } else if summary.gates.contains(where: { !$0.isPassed }) {
      self = .gateFailed
    } else if requiringConclusion
      && summary.differences.contains(where: { $0.verdict == .notSeparated })
    {
      self = .inconclusive
    } else {
      self = .success
    }
  }

  /// How a search for a break-even ends.
  public init(of summary: BreakEvenSummary, requiringConclusion: Bool = false) {
    if !summary.isComplete {
      self = .interrupted
    } else if requiringConclusion && !summary.isConclusive {
      self = .inconclusive
    } else {
      self = .success
    }
  }
}
