public import Experiments

/// The figures of one strategy.
public struct StrategySummary: Sendable {
  public var name: String
  /// In the order they were defined.
  public var kpis: [KPI]
  /// Orders of each simulated day, for the sparkline; may be empty.
  public var ordersPerDay: [Double]
  /// How the window went over time; nil if that was not kept.
  public var series: SeriesSummary? { makeSeries?() }
  /// Makes it when it is asked for: not every report shows it.
  public var makeSeries: (@Sendable () -> SeriesSummary)?
  /// Delivered orders by the time from click to door; may be empty.
  public var clickToDoor: [QuantilePoint] = []
  /// Where it ships from and what goes where; nil if that was not kept.
  public var network: NetworkSummary? { makeNetwork?() }
  /// Makes it when it is asked for.
  public var makeNetwork: (@Sendable () -> NetworkSummary?)?
  /// What the conservation checks found: "ok", since a violation stops the run.
  public var conservation: String

  public init(
    name: String, kpis: [KPI], ordersPerDay: [Double] = [], conservation: String = "ok"
  ) {
    self.name = name
    self.kpis = kpis
    self.ordersPerDay = ordersPerDay
    self.conservation = conservation
  }

  public func kpi(_ name: String) -> KPI? { kpis.first { $0.name == name } }

  /// Point estimate of a KPI; nil when it is not measured or nothing was observed.
  public func mean(_ name: String) -> Double? { kpi(name)?.mean }
}

/// A key figure with its interval.
public struct KPI: Sendable, Hashable {
  /// Such as "click_to_door_hours.p90" or "cost.last_mile"; see ``KPIName``.
  public var name: String
  /// "h" for hours, "1" for shares, a currency code for money, else what is counted.
  public var unit: String
  /// nil when nothing was observed that could be averaged.
  public var mean: Double?
  /// nil with one replication.
  public var halfWidth: Double?
  /// How the estimate became what it is; of primary means only.
  public var course: [CoursePoint] = []

  /// What is not a finite number becomes nil.
  public init(name: String, unit: String, mean: Double?, halfWidth: Double? = nil) {
    self.name = name
    self.unit = unit
    self.mean = mean.flatMap { $0.isFinite ? $0 : nil }
    self.halfWidth = halfWidth.flatMap { $0.isFinite ? $0 : nil }
  }
}
