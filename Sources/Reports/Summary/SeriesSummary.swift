/// How the window of a strategy went, hour by hour: means over the replications.
public struct SeriesSummary: Sendable, Hashable {
  /// One figure over time.
  public struct Series: Sendable, Hashable {
    public var name: String
    public var unit: String
    /// One per bin; nil where there was nothing to measure.
    public var values: [Double?]

    public init(name: String, unit: String, values: [Double?]) {
      self.name = name
      self.unit = unit
      self.values = values
    }
  }

  /// Beginning of each bin, local time of the market, such as "2026-11-30T18:00".
  public var starts: [String]
  /// Length of a bin [h].
  public var binHours: Double
  public var series: [Series]

  public init(starts: [String], binHours: Double, series: [Series]) {
    self.starts = starts
    self.binHours = binHours
    self.series = series
  }

  func values(_ name: String) -> [Double] {
    series.first { $0.name == name }?.values.map { $0 ?? 0 } ?? []
  }
}
