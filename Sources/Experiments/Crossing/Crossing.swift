internal import Foundation
public import Statistics

/// What a search for a crossing found, and the levels it looked at.
public struct Crossing: Sendable, Hashable {
  public enum Finding: Sendable, Hashable {
    case found(Found)
    /// The difference has the same sign at both ends of the range.
    case none(Sign)
    /// An end of the range cannot be told from zero.
    case inconclusive
  }

  /// A level at which the difference changes its sign.
  public struct Found: Sendable, Hashable {
    public var level: Double
    /// Ends at which the signs are settled.
    public var interval: Interval
    /// Sign below the crossing; above it is the other.
    public var before: Sign
    /// Whether the interval is as narrow as was asked for.
    public var isNarrow: Bool
  }

  public enum Sign: String, Sendable, Hashable {
    case negative, positive, unsettled
  }

  /// One level looked at, with its last number of replications.
  public struct Look: Sendable, Hashable {
    public var level: Double
    public var replications: Int
    /// nil where there was nothing to compare.
    public var difference: Double?
    /// With a confidence that holds for all looks together.
    public var interval: Interval?

    public var sign: Sign {
      guard let interval else { return .unsettled }
      return interval.high < 0 ? .negative : interval.low > 0 ? .positive : .unsettled
    }
  }

  public var finding: Finding
  /// In the order in which they were looked at.
  public var path: [Look]

  public init(finding: Finding, path: [Look]) {
    self.finding = finding
    self.path = path
  }
}

func logarithm(_ x: Double) -> Double { log(x) }
func exponential(_ x: Double) -> Double { exp(x) }
