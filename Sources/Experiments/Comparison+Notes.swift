internal import DiscreteEvent
internal import Foundation
internal import Statistics

/// Least number of observations beyond a quantile, per replication, for its interval to hold.
///
/// - Source: rule of thumb m (1 - p) >= 100 for sectioning [nakayama2014].
private let observationsBeyondMinimum = 100.0

/// Share of an interval's half-width that the sketch's error may have before it is worth a note.
private let sketchErrorShareMaximum = 0.2

extension Comparison {
  /// What a reader must know before believing the differences and intervals.
  static func notes(
    on differences: [Difference], of points: [DesignPointResult], replications: Int,
    requested: Int
  ) -> [String] {
    var notes: [String] = []
    if replications < requested {
      notes.append("incomplete: \(replications) of \(requested) replications")
    }
    if replications == 1 {
      notes.append("one replication: no intervals and nothing is separated")
    }
    for difference in differences where difference.paired.commonRandomNumbersBackfired {
      let factor = String(format: "%.2f", difference.paired.varianceReductionFactor!)
      notes.append(
        "common random numbers backfired: \(points[difference.point].name),"
          + " \(difference.definition.name), variance reduction factor \(factor)")
    }
    for point in points {
      let sparse = point.responses.filter { response in
        response.estimate != nil
          && (response.observationsBeyond ?? .infinity) < observationsBeyondMinimum
      }
      guard !sparse.isEmpty else { continue }
      notes.append(
        "fewer than 100 observations beyond the quantile per replication: \(point.name), "
          + sparse.map(\.definition.name).joined(separator: ", "))
    }
    let coarse = differences.filter { difference in
      guard difference.definition.source.isQuantile, let interval = difference.interval,
        let point = points[difference.point].response(difference.definition.name)?.estimate?.point
      else { return false }
      return QuantileSketch.relativeError * point > sketchErrorShareMaximum * interval.halfWidth
    }
    if !coarse.isEmpty {
      notes.append(
        "quantiles are read to ±0.5 %, more than a fifth of the interval: "
          + coarse.map { "\(points[$0.point].name) \($0.definition.name)" }
          .joined(separator: ", "))
    }
    return notes
  }
}

extension ResponseDefinition.Source {
  var isQuantile: Bool {
    if case .quantile = self { true } else { false }
  }
}
