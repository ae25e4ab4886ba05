public import DiscreteEvent

/// A family of figures that a run yields. To add one: a file here and a line in `Registrations.kpis`.
public protocol KPI: Sendable {
  /// What it measures on a network, in the order of `values`.
  static func measures(on network: Network) -> [Measure]
  /// Its values in one outcome, in the order of `measures`.
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue]
}

/// One figure: its name, unit and which way is good.
public struct Measure: Sendable, Hashable {
  public enum Goal: Sendable {
    case lower, higher, none
  }
  public var name: String
  public var unit: String
  public var goal: Goal
  /// Whether strategies are judged by it.
  public var isPrimary: Bool

  public init(_ name: String, unit: String, goal: Goal = .none, isPrimary: Bool = false) {
    self.name = name
    self.unit = unit
    self.goal = goal
    self.isPrimary = isPrimary
  }
}

/// The value of a measure in one replication.
public enum MeasureValue: Sendable {
  /// A sum over a sum: means, shares and rates. Counts have the denominator 1.
  case ratio(Double, over: Double)
  /// A quantile of a distribution over orders.
  case quantile(Distribution, Double)

  /// One of the sketches of an outcome.
  public enum Distribution: Sendable, Hashable {
    case clickToDoor, clickToShip
    case channelClickToDoor(Int)

    /// Its place among `Outcome.sketches`.
    public var index: Int {
      switch self {
      case .clickToDoor: 0
      case .clickToShip: 1
      case .channelClickToDoor(let channel): 2 + channel
      }
    }
  }

  static func count(_ value: Int) -> MeasureValue { .ratio(Double(value), over: 1) }
  static func share(_ part: Int, of whole: Int) -> MeasureValue {
    .ratio(Double(part), over: Double(whole))
  }
}

extension Outcome {
  /// All distributions, in the order of `MeasureValue.Distribution.index`.
  public var sketches: [QuantileSketch] { [clickToDoor, clickToShip] + channelClickToDoor }
}

extension Network {
  /// All measures, in the order in which they are registered.
  public var measures: [Measure] { Registrations.kpis.flatMap { $0.measures(on: self) } }

  /// Values of all measures, in the order of `measures`.
  public func values(of outcome: Outcome) -> [MeasureValue] {
    Registrations.kpis.flatMap { $0.values(of: outcome, on: self) }
  }
}

/// The percentiles reported of every distribution over orders.
let reportedPercentiles = [50, 90, 95, 99]

/// Mean and percentiles of a distribution over orders.
func distributionMeasures(_ name: String, primary: Bool) -> [Measure] {
  [Measure("\(name).mean", unit: "h", goal: .lower, isPrimary: primary)]
    + reportedPercentiles.map {
      Measure("\(name).p\($0)", unit: "h", goal: .lower, isPrimary: primary && $0 == 90)
    }
}

func distributionValues(
  ticks: Int64, count: Int, _ distribution: MeasureValue.Distribution
) -> [MeasureValue] {
  [.ratio(Double(ticks) / 360_000, over: Double(count))]
    + reportedPercentiles.map { .quantile(distribution, Double($0) / 100) }
}
