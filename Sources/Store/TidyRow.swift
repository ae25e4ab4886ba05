internal import Experiments

/// One KPI of one run.
public struct TidyRow: Sendable, Hashable {
  public var strategy: String
  /// From 1.
  public var replication: Int
  public var metric: String
  public var value: Double
  public var unit: String
}

extension StudyFile {
  /// All KPIs of all runs that were observed, replication by replication.
  public func tidy() throws(StudyError) -> [TidyRow] {
    var rows: [TidyRow] = []
    for record in try records() {
      let point = content.points[record.point]
      let strategy =
        point.design.isEmpty ? point.strategy : "\(point.strategy), \(point.design)"
      for (response, ratio) in zip(point.responses, record.values) {
        guard let ratio, ratio.denominator != 0 else { continue }
        rows.append(
          TidyRow(
            strategy: strategy, replication: record.replication + 1, metric: response.name,
            value: ratio.numerator / ratio.denominator, unit: response.unit))
      }
    }
    return rows
  }
}
